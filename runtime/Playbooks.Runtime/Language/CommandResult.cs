using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>The result of running a program: its exit status and what it printed.</summary>
public sealed record CommandResult : TaskResult
{
    private KeptText _stdout = KeptText.Nothing;
    private KeptText _stderr = KeptText.Nothing;
    private readonly bool _truncated;

    /// <summary>
    /// The exit status; <see langword="null"/> if no exit status is known, because the program timed out, was cancelled or was lost, or because a <c>Wait</c>
    /// gave up.
    /// </summary>
    public int? Rc { get; init; }

    /// <summary>The standard output, without the last line end.</summary>
    /// <exception cref="IOException">The output was moved to the run's file because memory was full, and cannot be read from there.</exception>
    public string Stdout
    {
        get => _stdout.Text;
        init => _stdout = KeptText.Of(value);
    }

    /// <summary>The standard error, without the last line end.</summary>
    /// <exception cref="IOException">The output was moved to the run's file because memory was full, and cannot be read from there.</exception>
    public string Stderr
    {
        get => _stderr.Text;
        init => _stderr = KeptText.Of(value);
    }

    /// <summary>The lines of <see cref="Stdout"/>.</summary>
    public IReadOnlyList<string> StdoutLines => TextLines.Split(Stdout);

    /// <summary>The lines of <see cref="Stderr"/>.</summary>
    public IReadOnlyList<string> StderrLines => TextLines.Split(Stderr);

    /// <inheritdoc/>
    internal override (KeptText First, KeptText Second) Kept => (_stdout, _stderr);

    /// <summary>Whether the program reached its limit and was ended.</summary>
    public bool TimedOut { get; init; }

    /// <summary>
    /// Whether the program printed more than <see cref="Stdout"/> and <see cref="Stderr"/> contain. These properties keep only the last MiB of each stream.
    /// Both properties are empty if the results of the whole run take too much memory and no task uses this result (<see cref="RunOptions.KeptOutput"/>). If
    /// the complete output exists, <see cref="TaskResult.Message"/> shows where it is.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Truncated
    {
        get => _truncated || _stdout.IsDropped || _stderr.IsDropped;
        init => _truncated = value;
    }

    /// <summary>
    /// The signal that ended the program, such as <c>TERM</c> or <c>KILL</c>, if the shell can determine the signal; <see langword="null"/> otherwise.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Signal { get; init; }

    /// <inheritdoc/>
    internal override TaskResult Masked(SecretMask mask)
    {
        var told = this with { Message = MaskedResult.In(mask, Message), Label = MaskedResult.In(mask, Label), Diff = MaskedResult.In(mask, Diff) };
        (told._stdout, told._stderr) = (_stdout.Through(mask.In), _stderr.Through(mask.In));
        return told;
    }
}
