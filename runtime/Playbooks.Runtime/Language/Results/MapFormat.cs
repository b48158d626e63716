using System.Text.Json;
using Playbooks.Generated;

namespace Playbooks.Language.Results;

/// <summary>Dictionaries whose keys are strings.</summary>
internal sealed class MapFormat<TMap, T>(ValueFormat<T> format, Func<Dictionary<string, T>, TMap> make) : ValueFormat<TMap>
    where TMap : IEnumerable<KeyValuePair<string, T>>
{
    internal override void WriteValue(Utf8JsonWriter writer, TMap value)
    {
        writer.WriteStartObject();
        foreach (var (name, one) in value)
        {
            writer.WritePropertyName(name);
            format.Write(writer, one);
        }

        writer.WriteEndObject();
    }

    internal override TMap ReadValue(JsonElement json)
    {
        var read = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            read[property.Name] = format.ReadValue(property.Value);
        }

        return make(read);
    }
}
