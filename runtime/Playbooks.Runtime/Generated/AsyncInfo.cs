using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>How a task runs as a job: its <c>[Async]</c>, with the defaults filled in.</summary>
/// <param name="Limit">
/// The longest that the job may run, in seconds from its start; 0 where a member of the record computes that, and where it gave none.
/// </param>
/// <param name="Poll">The longest that a look may take to come, in seconds; 0 does not wait.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AsyncInfo(int Limit, int Poll)
{
    /// <summary>The seconds from TERM to KILL. Defaults to 10.</summary>
    public int Grace { get; init; } = AsyncDefaults.Grace;

    /// <summary>Whether the job's directory stays on the host after the run.</summary>
    public bool Keep { get; init; }

    /// <summary>The name of the job, if it has one.</summary>
    public string? Key { get; init; }

    /// <summary>Whether its user is made to linger where it would end with the login else.</summary>
    public bool Linger { get; init; }

    /// <summary>What is done when it was lost.</summary>
    public OnLost OnLost { get; init; }

    /// <summary>How many items of a loop run at once; <see langword="null"/> for all.</summary>
    public int? Max { get; init; }

    /// <summary>What the end of the playbook does to it.</summary>
    public AtEnd AtEnd { get; init; }
}
