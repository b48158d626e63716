namespace Playbooks;

/// <summary>
/// Makes a partial record a playbook. The record's parameters are the playbook's variables, and the record's public members are its tasks. Without a pattern,
/// the record is a site: its members return playbooks, which run one after the other, each on its own hosts.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PlaybookAttribute : Attribute
{
    /// <summary>Makes the record a site.</summary>
    public PlaybookAttribute()
    {
    }

    /// <summary>Makes the record a playbook.</summary>
    /// <param name="pattern">The hosts of the playbook, as a pattern over the inventory: <c>all</c>, <c>databases</c>, <c>web*:!web3</c>.</param>
    public PlaybookAttribute(string pattern) => Pattern = pattern;

    /// <summary>The hosts of the playbook, as a pattern over the inventory; <see langword="null"/> for a site.</summary>
    public string? Pattern { get; }

    /// <summary>Whether the tasks run as another user. If this is not set, the inventory decides (<c>ansible_become</c>).</summary>
    public bool Become { get; set; }

    /// <summary>The user for <see cref="Become"/>. Defaults to the user whom the inventory or the run names, or <c>root</c>.</summary>
    public string? BecomeUser { get; set; }

    /// <summary>How the hosts go through the tasks. Defaults to <see cref="Strategy.Linear"/>.</summary>
    public Strategy Strategy { get; set; }

    /// <summary>
    /// The number of hosts in a batch: a number (<c>2</c>, <c>"2"</c>), a percentage (<c>"30%"</c>), or a list of numbers and percentages, one for each batch
    /// (<c>new object[] { 1, "30%" }</c>). The last entry applies to all further batches. Defaults to all hosts in one batch.
    /// </summary>
    public object? Serial { get; set; }

    /// <summary>
    /// The percentage of hosts of a batch that may fail. If more fail, the other hosts stop at their next task, and no further batch begins. From 0 to 100;
    /// with 100, the other hosts always continue. Defaults to 100.
    /// </summary>
    public int MaxFailPercentage { get; set; } = PlaybookDefaults.MaxFailPercentage;

    /// <summary>
    /// Whether the failure of one host stops the other hosts at their next task. If so, no further batch begins. Defaults to <see langword="false"/>.
    /// </summary>
    public bool AnyErrorsFatal { get; set; }
}
