namespace Playbooks;

/// <summary>
/// Makes a partial record a playbook. Its variables are the record's parameters, and its tasks the record's public members. Without a pattern, it is a site:
/// its members return playbooks, which run one after the other, each on its own hosts.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PlaybookAttribute : Attribute
{
    /// <summary>A site.</summary>
    public PlaybookAttribute()
    {
    }

    /// <summary>A playbook.</summary>
    /// <param name="pattern">The hosts of the playbook, as a pattern over the inventory: <c>all</c>, <c>databases</c>, <c>web*:!web3</c>.</param>
    public PlaybookAttribute(string pattern) => Pattern = pattern;

    /// <summary>The hosts of the playbook, as a pattern over the inventory; <see langword="null"/> for a site.</summary>
    public string? Pattern { get; }

    /// <summary>Whether the tasks run as another user. If it is not written, the inventory decides (<c>ansible_become</c>).</summary>
    public bool Become { get; set; }

    /// <summary>The user for <see cref="Become"/>. Defaults to the user whom the inventory or the run names, or <c>root</c>.</summary>
    public string? BecomeUser { get; set; }

    /// <summary>How the hosts go through the tasks. Defaults to <see cref="Strategy.Linear"/>.</summary>
    public Strategy Strategy { get; set; }

    /// <summary>
    /// The number of hosts in a batch: a number (<c>2</c>, <c>"2"</c>), a percentage (<c>"30%"</c>), or a list of both, one entry for each batch, the last
    /// entry for all that follow (<c>new object[] { 1, "30%" }</c>). Defaults to all hosts in one batch.
    /// </summary>
    public object? Serial { get; set; }

    /// <summary>
    /// The percentage of hosts of a batch that may fail. If more fail, the other hosts stop at their next task, and no further batch begins. From 0 to 100;
    /// with 100, the other hosts always continue. Defaults to 100.
    /// </summary>
    public int MaxFailPercentage { get; set; } = PlaybookDefaults.MaxFailPercentage;

    /// <summary>Whether one failed host stops the others at their next task, and all further batches. Defaults to <see langword="false"/>.</summary>
    public bool AnyErrorsFatal { get; set; }
}
