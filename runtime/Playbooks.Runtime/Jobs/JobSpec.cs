namespace Playbooks.Jobs;

/// <summary>A job to start.</summary>
internal sealed record JobSpec(string Id, string Script, TimeSpan Limit)
{
    /// <summary>The time between the signals TERM and KILL. Defaults to 10 s.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The playbook's name.</summary>
    internal required string Playbook { get; init; }

    /// <summary>The task's name as the output shows it.</summary>
    internal required string Task { get; init; }

    /// <summary>The run's id.</summary>
    internal required string Run { get; init; }

    /// <summary>The job's key: only one job with a key runs at a time in a directory for jobs. <see langword="null"/> for none.</summary>
    internal string? Key { get; init; }

    /// <summary>
    /// How long the output is kept after the job's end, so that a waiting run can read it. The script is then deleted as soon as it runs. <see
    /// langword="null"/> keeps both until they are removed.
    /// </summary>
    internal TimeSpan? KeepsOutput { get; init; }

    /// <summary>Whether the script is always deleted as soon as it runs.</summary>
    internal bool HidesScript { get; init; }

    /// <summary>The user to run as; <see langword="null"/> for the connection's own user.</summary>
    internal string? User { get; init; }

    /// <summary>Whether lingering may be enabled for the job's user if the job would otherwise end at logout.</summary>
    internal bool EnablesLinger { get; init; }

    /// <summary>A script that runs first, in a shell of its own. If it succeeds, the job's own script does not run. <see langword="null"/> for none.</summary>
    internal string? SkipScript { get; init; }

    /// <summary>Additional environment variables; <see langword="null"/> for none.</summary>
    internal IReadOnlyDictionary<string, string>? Env { get; init; }
}
