using System.Text.Json;

namespace Playbooks;

/// <summary>A result that contains secrets, as it may be shown: without their values.</summary>
internal sealed record MaskedResult : TaskResult
{
    /// <summary>Returns a result as it may be shown.</summary>
    internal static TaskResult Of(TaskResult result, SecretMask mask)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            ResultJson.Write(writer, result);
        }

        var json = JsonElement.Parse(bytes.ToArray());
        return !HasSecret(json, mask) ? result : new MaskedResult
        {
            Json = json,
            Mask = mask,
            Changed = result.Changed,
            Failed = result.Failed,
            Skipped = result.Skipped,
            GaveUp = result.GaveUp,
            Message = In(mask, result.Message),
            Label = In(mask, result.Label),
            Diff = In(mask, result.Diff),
            Job = result.Job,
            Started = result.Started,
            Ended = result.Ended,
            Duration = result.Duration,
        };
    }

    /// <summary>The result's properties, including secrets.</summary>
    private JsonElement Json { get; init; }

    private SecretMask? Mask { get; init; }

    /// <summary>Returns a text without secrets.</summary>
    internal static string? In(SecretMask mask, string? text) => text is null ? null : mask.In(text);

    /// <summary>Writes the result's properties, without secrets, into the open object.</summary>
    internal void WriteTo(Utf8JsonWriter writer)
    {
        foreach (var property in Json.EnumerateObject())
        {
            writer.WritePropertyName(Mask!.In(property.Name));
            Write(writer, property.Value);
        }
    }

    private static bool HasSecret(JsonElement value, SecretMask mask) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { } text && !ReferenceEquals(mask.In(text), text),
        JsonValueKind.Array => value.EnumerateArray().Any(item => HasSecret(item, mask)),
        JsonValueKind.Object =>
            value.EnumerateObject().Any(property => !ReferenceEquals(mask.In(property.Name), property.Name) || HasSecret(property.Value, mask)),
        _ => false,
    };

    private void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                writer.WriteStringValue(Mask!.In(value.GetString()!));
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(Mask!.In(property.Name));
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
