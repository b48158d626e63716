using System.Text;

namespace Playbooks;

/// <summary>What a script gave.</summary>
public sealed record ScriptOutcome
{
    private const int LongestError = 500;

    private readonly string? _stdout;

    /// <summary>The exit status, 128 and the signal's number after a signal; <see langword="null"/> where the script did not end by itself.</summary>
    public int? Rc { get; init; }

    /// <summary>The signal that ended it, as far as a shell can tell: <c>TERM</c>, <c>KILL</c>, …</summary>
    public string? Signal { get; init; }

    /// <summary>How a job ended; <see cref="JobState.Succeeded"/> or <see cref="JobState.Failed"/> for a script in the foreground.</summary>
    public JobState State { get; init; }

    /// <summary>Why a job was lost or where it was ended, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>What it printed: the bytes as UTF-8, invalid ones replaced.</summary>
    public string Stdout
    {
        get => _stdout ?? Encoding.UTF8.GetString(Output.Span);
        init => _stdout = value;
    }

    /// <summary>What it printed as errors.</summary>
    public string Stderr { get; init; } = "";

    /// <summary>Whether it did not run, as what was asked before said that it need not; the output then says why.</summary>
    internal bool WasSkipped { get; init; }

    /// <summary>What it printed, exactly, where it came from a connection.</summary>
    internal ReadOnlyMemory<byte> Output { get; init; }

    /// <summary>
    /// Whether it printed more than the last MiB of each stream, which is here. What a module reads of a host is then not whole: it counts as a
    /// <see cref="Failure"/>.
    /// </summary>
    public bool Truncated { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether it did not come to its own end: it timed out, was cancelled, or was lost. There is no <see cref="Rc"/> then.</summary>
    public bool WasEnded => State is JobState.TimedOut or JobState.Cancelled or JobState.Lost;

    /// <summary>Why it failed, in a line for people; <see langword="null"/> where it ended with exit status 0.</summary>
    public string? Failure => State switch
    {
        JobState.TimedOut => Because("timed out", "it reached its limit and was ended"),
        JobState.Cancelled => Because("cancelled", "it was ended on request"),
        JobState.Lost => Because("lost", "it died without saying so"),
        _ when Rc == 0 => Truncated ? "the host's answer is longer than 1 MiB" : null,
        _ when Signal is not null => WithError($"ended by the signal {Signal}"),
        _ => WithError(Rc is { } rc ? $"rc {rc}" : Reason ?? "it did not end by itself"),
    };

    /// <summary>The last line of its errors that is not blank; empty if there is none.</summary>
    internal string LastError
    {
        get
        {
            var line = Stderr.AsSpan().TrimEnd();
            line = line[(line.LastIndexOf('\n') + 1)..].Trim();
            return line.Length <= LongestError ? line.ToString() : $"{line[..LongestError]}…";
        }
    }

    private string Because(string what, string why) => $"{what}: {Reason ?? why}";

    private string WithError(string what) => LastError.Length == 0 ? what : $"{what}: {LastError}";
}
