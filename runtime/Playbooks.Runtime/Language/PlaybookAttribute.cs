namespace Playbooks;

/// <summary>Makes a partial record a playbook: its variables are the record's parameters, its tasks the record's public members.</summary>
/// <param name="pattern">The hosts it runs on, as an inventory pattern: <c>all</c>, <c>databases</c>, <c>web*:!web3</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PlaybookAttribute(string pattern) : Attribute
{
    /// <summary>The hosts it runs on, as an inventory pattern.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>Whether its tasks run as another user. Defaults to <see langword="false"/>.</summary>
    public bool Become { get; set; }

    /// <summary>The user of <see cref="Become"/>. Defaults to whom the inventory or the run names, and else to <c>root</c>.</summary>
    public string? BecomeUser { get; set; }
}
