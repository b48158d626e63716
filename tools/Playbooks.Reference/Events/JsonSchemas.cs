using System.Text.Json.Nodes;

namespace Playbooks.Reference.Events;

/// <summary>The few forms of JSON Schema that events need.</summary>
internal static class JsonSchemas
{
    internal static JsonObject Type(string type) => new() { ["type"] = type };

    internal static JsonObject Time() => new() { ["type"] = "string", ["format"] = "date-time" };

    internal static JsonObject Const(JsonNode value) => new() { ["const"] = value };

    internal static JsonObject OneOf(IEnumerable<string> values) => new() { ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };

    internal static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    internal static JsonObject MapOf(JsonObject values) => new() { ["type"] = "object", ["additionalProperties"] = values };

    internal static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    /// <summary>A form, as the page shows it.</summary>
    internal static string Text(JsonObject schema) => schema switch
    {
        _ when schema["$ref"] is { } reference && ((string)reference!).Split('/')[^1] is var name => $"[{name}](#{name.ToLowerInvariant()})",
        _ when schema["const"] is { } value => $"`{value.ToJsonString()}`",
        _ when schema["enum"] is JsonArray values => string.Join(", ", values.Select(value => $"`{value}`")),
        _ when schema["items"] is JsonObject items => $"array of {Text(items)}{(items["type"] is null ? "" : "s")}",
        _ when schema["additionalProperties"] is JsonObject values => $"object of {Text(values)}",
        _ when schema["format"] is not null => "time",
        _ => (string)schema["type"]!,
    };
}
