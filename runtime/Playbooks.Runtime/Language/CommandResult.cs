using System.Text.Json;

namespace Playbooks;

/// <summary>What a program gave.</summary>
public sealed record CommandResult : TaskResult
{
    /// <summary>The exit status; <see langword="null"/> where no program ended by itself (timed out, cancelled, lost, given up).</summary>
    public int? Rc { get; init; }

    /// <summary>What it printed, without the last line end.</summary>
    public string Stdout { get; init; } = "";

    /// <summary>What it printed as errors, without the last line end.</summary>
    public string Stderr { get; init; } = "";

    /// <summary>The lines of <see cref="Stdout"/>.</summary>
    public IReadOnlyList<string> StdoutLines => TextLines.Split(Stdout);

    /// <summary>The lines of <see cref="Stderr"/>.</summary>
    public IReadOnlyList<string> StderrLines => TextLines.Split(Stderr);

    /// <summary>Whether it reached its limit and was ended.</summary>
    public bool TimedOut { get; init; }

    /// <summary>The signal that ended it (<c>TERM</c>, <c>KILL</c>, …), as far as a shell can tell.</summary>
    public string? Signal { get; init; }

    /// <inheritdoc/>
    public override void WriteProperties(Utf8JsonWriter writer)
    {
        base.WriteProperties(writer);
        if (Rc is { } rc)
        {
            writer.WriteNumber("rc", rc);
        }
        else
        {
            writer.WriteNull("rc");
        }

        writer.WriteString("stdout", Stdout);
        writer.WriteString("stderr", Stderr);
        writer.WriteBoolean("timedOut", TimedOut);
        if (Signal is not null)
        {
            writer.WriteString("signal", Signal);
        }
    }
}
