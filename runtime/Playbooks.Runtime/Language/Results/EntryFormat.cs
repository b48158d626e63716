using System.Text.Json;
using Playbooks.Generated;

namespace Playbooks.Language.Results;

/// <summary>Entries of dictionaries whose keys are not strings: objects with a key and a value.</summary>
internal sealed class EntryFormat<TKey, T>(ValueFormat<TKey> keys, ValueFormat<T> values) : ValueFormat<KeyValuePair<TKey, T>>
{
    internal override void WriteValue(Utf8JsonWriter writer, KeyValuePair<TKey, T> value)
    {
        writer.WriteStartObject();
        keys.Write(writer, "key"u8, value.Key);
        values.Write(writer, "value"u8, value.Value);
        writer.WriteEndObject();
    }

    internal override KeyValuePair<TKey, T> ReadValue(JsonElement json) => new(keys.Read(json, "key", default!), values.Read(json, "value", default!));
}
