using System.Text.Json;

namespace Playbooks.Language.Results;

/// <summary>What is written instead of what nobody may see. No property of C# has its name.</summary>
internal static class Placeholder
{
    internal const string Name = "$hidden";

    /// <summary>Marks the object that is open.</summary>
    internal static void Mark(Utf8JsonWriter writer) => writer.WriteBoolean("$hidden"u8, true);

    /// <summary>Writes one instead of a value.</summary>
    internal static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Mark(writer);
        writer.WriteEndObject();
    }

    internal static bool IsIn(JsonElement json) => json.TryGetProperty(Name, out var mark) && mark.ValueKind == JsonValueKind.True;
}
