namespace Playbooks.Jobs;

/// <summary>A job to be started.</summary>
internal sealed record JobSpec(string Id, string Script, TimeSpan Limit)
{
    /// <summary>From TERM to KILL.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The playbook's name.</summary>
    internal required string Playbook { get; init; }

    /// <summary>The task's name as shown.</summary>
    internal required string Task { get; init; }

    /// <summary>The run's id.</summary>
    internal required string Run { get; init; }

    /// <summary>Its name: only one job of a name runs at a time in a jobs' directory.</summary>
    internal string? Key { get; init; }

    /// <summary>
    /// How long its output is kept after its end, for whoever waits to read it; its script is gone as soon as it runs.
    /// <see langword="null"/> keeps both until they are removed.
    /// </summary>
    internal TimeSpan? KeepsOutput { get; init; }

    /// <summary>Whether its script is gone as soon as it runs in any case.</summary>
    internal bool HidesScript { get; init; }

    /// <summary>The user to become; <see langword="null"/> for the connection's own.</summary>
    internal string? User { get; init; }

    /// <summary>Whether its user may be made to linger, where the job would end with the login else.</summary>
    internal bool EnablesLinger { get; init; }

    /// <summary>A script that runs first, in a shell of its own: where it succeeds, the job's own does not run.</summary>
    internal string? SkipScript { get; init; }

    /// <summary>Further variables of its environment.</summary>
    internal IReadOnlyDictionary<string, string>? Env { get; init; }
}
