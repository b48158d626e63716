using System.Text.Json;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Examples;

/// <summary>What a run with <c>-o json</c> told: one event a line.</summary>
internal sealed class Events
{
    private readonly IReadOnlyList<JsonElement> _all;

    private Events(IReadOnlyList<JsonElement> all) => _all = all;

    internal JsonElement First => _all[0];

    internal JsonElement Last => _all[^1];

    /// <summary>How many jobs of a task have started, by what a run has told so far.</summary>
    internal static int Started(string told, string task) =>
        told.Split('\n')[..^1].Select(line => JsonElement.Parse(line))
            .Count(one => Text(one, "event") == "job.started" && Text(one, "task") == task);

    /// <exception cref="JsonException">A line is not JSON.</exception>
    internal static Events Of(Ended run)
    {
        EventSchema.Hold(string.Join('\n', run.Lines));
        return new([.. run.Lines.Select(line => JsonElement.Parse(line))]);
    }

    /// <summary>Every event of a kind, of a task where one is named.</summary>
    internal IReadOnlyList<JsonElement> All(string kind, string? task = null) =>
        [.. _all.Where(one => Text(one, "event") == kind && (task is null || Text(one, "task") == task))];

    /// <summary>How a task ended, on each host in the order of their names, or on one.</summary>
    internal IReadOnlyList<string?> Outcomes(string task, string? host = null) =>
        [
            .. All("task.finished", task)
                .Where(one => host is null || Text(one, "host") == host)
                .OrderBy(one => Text(one, "host"))
                .Select(one => Text(one, "outcome"))
        ];

    /// <summary>What a task gave on a host.</summary>
    internal JsonElement Result(string task, string host, string kind = "task.finished") =>
        All(kind, task).Single(one => Text(one, "host") == host).GetProperty("result");

    internal static string? Text(JsonElement one, string property) =>
        one.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
