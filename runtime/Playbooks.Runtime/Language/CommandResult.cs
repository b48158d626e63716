using System.Text.Json.Serialization;

namespace Playbooks;

/// <summary>What a program gave.</summary>
public sealed record CommandResult : TaskResult
{
    private KeptText _stdout = KeptText.Nothing;
    private KeptText _stderr = KeptText.Nothing;
    private readonly bool _truncated;

    /// <summary>The exit status; <see langword="null"/> where no program ended by itself (timed out, cancelled, lost, given up).</summary>
    public int? Rc { get; init; }

    /// <summary>What it printed, without the last line end.</summary>
    /// <exception cref="IOException">The run's results were over what is kept in memory, and this cannot be read from the run's file.</exception>
    public string Stdout
    {
        get => _stdout.Text;
        init => _stdout = KeptText.Of(value);
    }

    /// <summary>What it printed as errors, without the last line end.</summary>
    /// <exception cref="IOException">The run's results were over what is kept in memory, and this cannot be read from the run's file.</exception>
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

    /// <summary>Whether it reached its limit and was ended.</summary>
    public bool TimedOut { get; init; }

    /// <summary>
    /// Whether it printed more: only the last MiB of each stream is here, and none of it where all results of the run took too much room and no
    /// task asked for this one (<see cref="RunOptions.KeptOutput"/>). The message says where the whole is, if anywhere.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Truncated
    {
        get => _truncated || _stdout.IsDropped || _stderr.IsDropped;
        init => _truncated = value;
    }

    /// <summary>The signal that ended it (<c>TERM</c>, <c>KILL</c>, …), as far as a shell can tell.</summary>
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
