namespace Playbooks;

/// <summary>
/// Makes a partial record a playbook: its variables are the record's parameters, its tasks the record's public members. Without a
/// pattern it is a site: its members return playbooks, which run one after the other, each on hosts of its own.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PlaybookAttribute : Attribute
{
    /// <summary>Makes a record a site.</summary>
    public PlaybookAttribute()
    {
    }

    /// <summary>Makes a record a playbook.</summary>
    /// <param name="pattern">The hosts it runs on, as an inventory pattern: <c>all</c>, <c>databases</c>, <c>web*:!web3</c>.</param>
    public PlaybookAttribute(string pattern) => Pattern = pattern;

    /// <summary>The hosts it runs on, as an inventory pattern; <see langword="null"/> for a site.</summary>
    public string? Pattern { get; }

    /// <summary>Whether its tasks run as another user. By default only where the inventory says so (<c>ansible_become</c>).</summary>
    public bool Become { get; set; }

    /// <summary>The user of <see cref="Become"/>. Defaults to whom the inventory or the run names, and else to <c>root</c>.</summary>
    public string? BecomeUser { get; set; }

    /// <summary>How its hosts go through its tasks. Defaults to <see cref="Strategy.Linear"/>.</summary>
    public Strategy Strategy { get; set; }

    /// <summary>
    /// How many hosts go through it at a time: a number (<c>2</c>, <c>"2"</c>), a percentage (<c>"30%"</c>), or a list of both, one a batch, the last
    /// for all that are left (<c>new object[] { 1, "30%" }</c>). By default all at once.
    /// </summary>
    public object? Serial { get; set; }

    /// <summary>
    /// How many of a hundred hosts of a batch may fail; when more have, the others stop at their next task, and no further batch begins.
    /// From 0 to 100. Defaults to 100: the others go on.
    /// </summary>
    public int MaxFailPercentage { get; set; } = PlaybookDefaults.MaxFailPercentage;

    /// <summary>Whether one host that fails stops the others at their next task, and all further batches. Defaults to <see langword="false"/>.</summary>
    public bool AnyErrorsFatal { get; set; }
}
