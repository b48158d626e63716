using System.Text;

namespace Playbooks;

/// <summary>The outcome of a script on a host: its exit status and what it printed.</summary>
public sealed record ScriptOutcome
{
    private const int LongestError = 500;

    private readonly string? _stdout;

    /// <summary>
    /// The exit status: 128 plus the signal's number if a signal ended the script; <see langword="null"/> if the script did not end by itself.
    /// </summary>
    public int? Rc { get; init; }

    /// <summary>
    /// The signal that ended the script, such as <c>TERM</c> or <c>KILL</c>, if the shell can determine the signal; <see langword="null"/> otherwise.
    /// </summary>
    public string? Signal { get; init; }

    /// <summary>How a job ended. For a script in the foreground: <see cref="JobState.Succeeded"/> or <see cref="JobState.Failed"/>.</summary>
    public JobState State { get; init; }

    /// <summary>What is known beyond the exit status, as a message to the user: for example, why a job was lost or where it was ended.</summary>
    public string? Reason { get; init; }

    /// <summary>The standard output, read as UTF-8; invalid bytes are replaced.</summary>
    public string Stdout
    {
        get => _stdout ?? Encoding.UTF8.GetString(Output.Span);
        init => _stdout = value;
    }

    /// <summary>The standard error.</summary>
    public string Stderr { get; init; } = "";

    /// <summary>Whether the script did not run because the script that is asked first found it unnecessary. The output then says why.</summary>
    internal bool WasSkipped { get; init; }

    /// <summary>The exact bytes of the standard output, if they came over a connection.</summary>
    internal ReadOnlyMemory<byte> Output { get; init; }

    /// <summary>
    /// Whether the script printed more than 1 MiB to a stream; only the last MiB of each stream is kept. A module then cannot rely on the output, so the
    /// outcome counts as a <see cref="Failure"/>.
    /// </summary>
    public bool Truncated { get; init; }

    /// <summary>When the script started.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>How long the script took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether the script was ended from outside: it timed out, was cancelled, or was lost. <see cref="Rc"/> is then <see langword="null"/>.</summary>
    public bool WasEnded => State is JobState.TimedOut or JobState.Cancelled or JobState.Lost;

    /// <summary>
    /// Why the script failed, as a message to the user in one line; <see langword="null"/> if the script ended with exit status 0 and <see cref="Truncated"/>
    /// is not set.
    /// </summary>
    public string? Failure => State switch
    {
        JobState.TimedOut => Because("timed out", "the script reached its limit and was ended"),
        JobState.Cancelled => Because("cancelled", "the script was ended on request"),
        JobState.Lost => Because("lost", "the script ended without reporting its end"),
        _ when Rc == 0 => Truncated ? "the host's answer is longer than 1 MiB" : null,
        _ when Signal is not null => WithError($"ended by signal {Signal}"),
        _ => WithError(Rc is { } rc ? $"rc {rc}" : Reason ?? "the script has no exit status"),
    };

    /// <summary>The last line of the standard error that is not blank; empty if there is none.</summary>
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
