namespace Playbooks;

/// <summary>The run of a playbook.</summary>
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

    /// <summary>When it started: the only clock for a playbook's members.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>Whether the run changes nothing, and tells what it would change. A task with <c>[CheckMode(false)]</c> really runs all the same.</summary>
    public bool CheckMode { get; internal init; }

    /// <summary>All hosts and groups that there are, whether or not it runs on them.</summary>
    public Inventory Inventory { get; internal init; } = Inventory.Local;

    /// <summary>The hosts it runs on, in inventory order.</summary>
    public IReadOnlyList<Host> Hosts { get; }
}
