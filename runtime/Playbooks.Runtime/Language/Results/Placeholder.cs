using System.Text.Json;

namespace Playbooks.Language.Results;

/// <summary>The JSON that is written in place of hidden values. No C# property can have its name.</summary>
internal static class Placeholder
{
    internal const string Name = "$hidden";

    /// <summary>Marks the open object as a placeholder.</summary>
    internal static void Mark(Utf8JsonWriter writer) => writer.WriteBoolean("$hidden"u8, true);

    /// <summary>Writes a placeholder in place of a value.</summary>
    internal static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Mark(writer);
        writer.WriteEndObject();
    }

    internal static bool IsIn(JsonElement json) => json.TryGetProperty(Name, out var mark) && mark.ValueKind == JsonValueKind.True;
}
