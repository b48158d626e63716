using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>How a task runs as a job: its <c>[Async]</c> attribute, with the defaults filled in.</summary>
/// <param name="Limit">
/// The longest time that the job may run, in seconds from its start. 0 if a member of the record computes the limit, or if the member has returned
/// <see langword="null"/>.
/// </param>
/// <param name="Poll">The longest time between two checks of the job, in seconds; 0 starts the job and does not wait for it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AsyncInfo(int Limit, int Poll)
{
    /// <summary>The seconds between the signals TERM and KILL when the job is ended. Defaults to 10.</summary>
    public int Grace { get; init; } = AsyncDefaults.Grace;

    /// <summary>Whether the job's directory stays on the host after the run. Defaults to <see langword="false"/>.</summary>
    public bool Keep { get; init; }

    /// <summary>The job's key: a host runs at most one job with this key at a time. <see langword="null"/> if the job has no key.</summary>
    public string? Key { get; init; }

    /// <summary>Whether to enable lingering for the job's user if the job would otherwise end at logout. Defaults to <see langword="false"/>.</summary>
    public bool Linger { get; init; }

    /// <summary>What happens if the job is lost.</summary>
    public OnLost OnLost { get; init; }

    /// <summary>How many items of a loop run at the same time; <see langword="null"/> for all.</summary>
    public int? Max { get; init; }

    /// <summary>What happens to the job at the end of the playbook if no task has waited for it.</summary>
    public AtEnd AtEnd { get; init; }
}
