using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Playbooks.Output;

/// <summary>Shows a result as text: why a task failed, and what it returned.</summary>
internal static class ResultText
{
    private const int Indent = 6;

    /// <summary>The maximum number of lines of each stream that are shown if not all are requested.</summary>
    private const int MostLines = 50;

    /// <summary>The properties of every result, which the line of the outcome already shows.</summary>
    private static readonly HashSet<string> Common =
        ["changed", "failed", "skipped", "gaveUp", "message", "label", "diff", "started", "ended", "duration", "$hidden"];

    /// <summary>Returns why a task failed.</summary>
    internal static string Why(TaskResult? result, string? message) =>
        message ?? result?.Message ?? (result is CommandResult command ? End(command) : "the task failed without a message");

    /// <summary>Returns how a job ended.</summary>
    internal static string Of(JobInfo job) => $"job {job.Id} {Words.Of(job.State)} after {Durations.Text(job.Elapsed)} of at most {Durations.Text(job.Limit)}";

    /// <summary>Adds a task's result below its line. The line already shows how long a job took.</summary>
    /// <param name="text">The text to which the result is added.</param>
    /// <param name="result">The result.</param>
    /// <param name="isWhole">Whether to add all lines, or only the last ones.</param>
    /// <param name="isShown">Whether the printed output was already shown, so that it is not shown again.</param>
    internal static void AppendResult(this StringBuilder text, TaskResult result, bool isWhole, bool isShown)
    {
        if (result is not CommandResult command)
        {
            if (isWhole)
            {
                AppendProperties(text, result);
            }

            return;
        }

        text.Append(' ', Indent).Append(End(command));
        if (result.Job is null)
        {
            text.Append(", after ").Append(Durations.Text(command.Duration));
        }

        text.Append('\n');
        if (!isShown)
        {
            AppendStream(text, "stderr", command.Stderr, isWhole);
            AppendStream(text, "stdout", command.Stdout, isWhole);
        }
    }

    /// <summary>Adds what a task has changed below its line.</summary>
    internal static void AppendDiff(this StringBuilder text, string diff)
    {
        foreach (var line in Printable.Lines(diff))
        {
            text.Append(' ', Indent).AppendPrintable(diff.AsSpan()[line]).Append('\n');
        }
    }

    private static void AppendStream(StringBuilder text, string name, string content, bool isWhole)
    {
        var lines = Printable.Lines(content);
        if (lines.Count == 0)
        {
            return;
        }

        var first = isWhole ? 0 : Math.Max(0, lines.Count - MostLines);
        text.Append(' ', Indent).Append(name).Append(
            first == 0 ? ":\n" : string.Create(CultureInfo.InvariantCulture, $" (the last {MostLines} of {lines.Count} lines; -v shows all):\n"));
        for (var i = first; i < lines.Count; i++)
        {
            text.Append(' ', Indent + 2).AppendPrintable(content.AsSpan()[lines[i]]).Append('\n');
        }
    }

    private static string End(CommandResult command) => command switch
    {
        { TimedOut: true } => "the task reached its time limit",
        { Signal: { } signal } => $"ended by signal {signal}",
        { Rc: { } rc } => string.Create(CultureInfo.InvariantCulture, $"rc {rc}"),
        _ => "the task has no exit status",
    };

    /// <summary>Adds the result's own properties, one per line, without empty ones and without those that every result has.</summary>
    private static void AppendProperties(StringBuilder text, TaskResult result)
    {
        using var json = Json(result);
        foreach (var property in json.RootElement.EnumerateObject())
        {
            var value = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
            if (Common.Contains(property.Name) || value is "" or "null" or "[]" or "{}")
            {
                continue;
            }

            var lines = Printable.Lines(value);
            if (lines.Count > 1)
            {
                AppendStream(text, property.Name, value, isWhole: true);
            }
            else
            {
                text.Append(' ', Indent).AppendPrintable(property.Name).Append(": ").AppendPrintable(value.AsSpan()[lines[0]]).Append('\n');
            }
        }
    }

    private static JsonDocument Json(TaskResult result)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, JsonOutput.Options))
        {
            ResultJson.Write(writer, result);
        }

        return JsonDocument.Parse(bytes.ToArray());
    }
}
