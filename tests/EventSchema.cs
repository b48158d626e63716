using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Playbooks;

/// <summary>
/// Holds events to <c>docs/reference/events.schema.json</c>, and more strictly than its readers may: an event has no property that the schema does not name.
/// </summary>
internal static class EventSchema
{
    private static readonly JsonSchema _schema = JsonSchema.FromText(Strict(File.ReadAllText(Path())));
    private static readonly EvaluationOptions _options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    /// <summary>Asserts that each line is an event.</summary>
    internal static void Hold(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Hold(line, JsonNode.Parse(line)!);
        }
    }

    private static void Hold(string line, JsonNode json)
    {
        var evaluated = _schema.Evaluate(json, _options);
        var errors = evaluated.Details
            .Where(detail => detail.HasErrors && !detail.EvaluationPath.ToString().Contains("/if", StringComparison.Ordinal))
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"));
        Assert.True(evaluated.IsValid, $"docs/reference/events.schema.json does not describe this event:\n{line}\n{string.Join('\n', errors)}");
    }

    /// <summary>The results of modules have properties of their own; nothing else has any that the schema does not name.</summary>
    private static string Strict(string text)
    {
        var schema = JsonNode.Parse(text)!;
        foreach (var (name, definition) in schema["$defs"]!.AsObject())
        {
            if (name != "result")
            {
                definition!["additionalProperties"] = false;
            }
        }

        return schema.ToJsonString();
    }

    private static string Path([CallerFilePath] string file = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, "..", "docs", "reference", "events.schema.json");
}
