using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Braces;

/// <summary>Ansible's own variable names, and their counterparts in Playbooks.</summary>
/// <param name="Asked">The type of the parameter to add.</param>
/// <param name="Member">The member of that type; <see langword="null"/> if no single member corresponds.</param>
/// <param name="Advice">What to write if no single member corresponds.</param>
internal sealed record AnsibleName(string? Asked, string? Member, string? Advice)
{
    private const string AllHosts = BraceAdvice.OtherHosts;

    private static readonly Dictionary<string, AnsibleName> _names = new(StringComparer.Ordinal)
    {
        ["item"] = new(null, null, BraceAdvice.Items),
        ["inventory_hostname"] = new(KnownTypes.Host, "Name", null),
        ["inventory_hostname_short"] = new(KnownTypes.Host, "Name.Split('.')[0]", null),
        ["group_names"] = new(KnownTypes.Host, "Groups", null),
        ["hostvars"] = new(null, null, AllHosts),
        ["groups"] = new(null, null, AllHosts),
        ["play_hosts"] = new(KnownTypes.Play, "Hosts", null),
        ["ansible_play_hosts"] = new(KnownTypes.Play, "Hosts", null),
        ["ansible_play_batch"] = new(KnownTypes.Play, "Hosts", null),
        ["ansible_check_mode"] = new(KnownTypes.Play, "CheckMode", null),
        ["ansible_host"] = new(KnownTypes.Host, "Address", null),
    };

    /// <summary>The variables of a connection, which are not facts.</summary>
    private static readonly HashSet<string> _connection = new(StringComparer.Ordinal)
    {
        "ansible_connection", "ansible_port", "ansible_user", "ansible_become_user", "ansible_become_method", "ansible_ssh_private_key_file",
    };

    /// <summary><see langword="null"/> if Ansible has no such name.</summary>
    internal static AnsibleName? Of(string name, Compilation compilation) =>
        _names.TryGetValue(name, out var known) ? known
        : _connection.Contains(name) ? new(null, null, BraceAdvice.HostVariable(name))
        : name.StartsWith("ansible_", StringComparison.Ordinal) ? Fact(name.Substring("ansible_".Length), compilation)
        : null;

    private static AnsibleName Fact(string name, Compilation compilation) =>
        compilation.GetTypeByMetadataName(KnownTypes.Metadata(KnownTypes.Facts))?.GetMembers().OfType<IPropertySymbol>()
            .FirstOrDefault(fact => fact.DeclaredAccessibility == Accessibility.Public && BraceScope.IsSame(fact.Name, name)) is { } property
            ? new(KnownTypes.Facts, property.Name, null)
            : new(null, null, BraceAdvice.Facts);
}
