using Playbooks.Reference;
using Playbooks.Reference.Modules;

namespace Playbooks.Runtime.Tests.Reference;

/// <summary><c>docs/modules/ansible.tsv</c> has a line for everything that either side has.</summary>
public sealed class AnsibleNameTests
{
    private static readonly IReadOnlyList<AnsibleName> _names = AnsibleName.Read(ReferencePages.Root);

    [Fact]
    public void Every_property_of_a_module_has_a_name_of_Ansible_or_the_table_says_that_it_has_none()
    {
        var ours = ModuleType.All.SelectMany(module => module.Properties.Select(property => $"{module.Name}.{property.Name}"))
            .Concat(ModuleType.Common.Select(property => $"Module.{property.Name}"));

        Assert.Empty(ours.Except(_names.SelectMany(name => name.Ours)));
    }

    [Fact]
    public void Every_module_is_in_the_table() =>
        Assert.Empty(ModuleType.All.Where(module => !_names.Any(name => name.IsAbout(module.Name))).Select(module => module.Name));

    [Fact]
    public void Every_name_of_ours_exists()
    {
        var members = ModuleType.All.SelectMany(module => module.Type.GetMembers().Select(member => $"{module.Name}.{member.Name}").Append(module.Name))
            .Concat(ModuleType.Common.Select(property => $"Module.{property.Name}"));

        Assert.Empty(_names.SelectMany(name => name.Ours).Except(members));
    }

    [Fact]
    public void Every_line_says_what_to_write_or_why_there_is_nothing() =>
        Assert.DoesNotContain(_names, name => name.Remark.Length == 0 && (name.Ours.Count == 0 || name.IsOurs));

    [Fact]
    public void No_option_has_two_lines() => Assert.DoesNotContain(
        _names.Where(name => !name.IsOurs).CountBy(name => (name.Module, name.Option.Split(' ')[0])),
        line => line.Value > 1);

    /// <summary>The options of ansible-core 2.14 to 2.17, as <c>ansible-doc</c> lists them; if you add a module, add its options.</summary>
    [Theory]
    [InlineData("apt", 24)]
    [InlineData("assert", 4)]
    [InlineData("async_status", 2)]
    [InlineData("command", 10)]
    [InlineData("copy", 21)]
    [InlineData("debug", 3)]
    [InlineData("fail", 1)]
    [InlineData("fetch", 5)]
    [InlineData("meta", 9)]
    [InlineData("pause", 4)]
    [InlineData("raw", 2)]
    [InlineData("reboot", 9)]
    [InlineData("script", 7)]
    [InlineData("shell", 8)]
    [InlineData("stat", 6)]
    [InlineData("uri", 39)]
    [InlineData("wait_for", 12)]
    public void Every_option_of_Ansible_has_a_line(string module, int options) =>
        Assert.Equal(options, _names.Count(name => name.Module == module && !name.IsOurs));
}
