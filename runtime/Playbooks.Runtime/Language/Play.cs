namespace Playbooks;

/// <summary>The run of a playbook, as the playbook's members see it.</summary>
public sealed class Play
{
    internal Play(string runId, DateTimeOffset started, IReadOnlyList<Host> hosts)
    {
        RunId = runId;
        Started = started;
        Hosts = hosts;
    }

    /// <summary>The run's id.</summary>
    public string RunId { get; }

    /// <summary>When the run started. A member that needs the time must use this property; members have no other clock.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>
    /// Whether the run is in check mode: it changes nothing and reports what it would change. Tasks with <c>[CheckMode(false)]</c> run as usual.
    /// </summary>
    public bool CheckMode { get; internal init; }

    /// <summary>The whole inventory: all hosts and groups, whether or not the playbook runs on them.</summary>
    public Inventory Inventory { get; internal init; } = Inventory.Local;

    /// <summary>The hosts on which the playbook runs, in inventory order.</summary>
    public IReadOnlyList<Host> Hosts { get; }
}
