namespace Playbooks;

/// <summary>What a script gave.</summary>
public sealed record ScriptOutcome
{
    /// <summary>The exit status, 128 and the signal's number after a signal; <see langword="null"/> where the script did not end by itself.</summary>
    public int? Rc { get; init; }

    /// <summary>The signal that ended it, as far as a shell can tell: <c>TERM</c>, <c>KILL</c>, …</summary>
    public string? Signal { get; init; }

    /// <summary>How a job ended; <see cref="JobState.Succeeded"/> or <see cref="JobState.Failed"/> for a script in the foreground.</summary>
    public JobState State { get; init; }

    /// <summary>Why a job was lost or where it was ended, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>What it printed: the bytes as UTF-8, invalid ones replaced.</summary>
    public string Stdout { get; init; } = "";

    /// <summary>What it printed as errors.</summary>
    public string Stderr { get; init; } = "";

    /// <summary>When it started.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
