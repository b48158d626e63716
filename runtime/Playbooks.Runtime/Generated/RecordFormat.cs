using System.ComponentModel;
using System.Text.Json;

namespace Playbooks.Generated;

/// <summary>How records of a type are written as JSON and read back: by the names of their properties. Generated code derives from it.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RecordFormat<T> : ValueFormat<T>
{
    /// <summary>Writes the properties.</summary>
    /// <param name="writer">Where to write; the object is open.</param>
    /// <param name="value">What has them.</param>
    protected abstract void WriteProperties(Utf8JsonWriter writer, T value);

    /// <summary>Makes a record of the properties that are there; of the others it has its defaults.</summary>
    /// <param name="json">The object.</param>
    protected abstract T ReadProperties(JsonElement json);

    internal sealed override void WriteValue(Utf8JsonWriter writer, T value)
    {
        writer.WriteStartObject();
        WriteProperties(writer, value);
        writer.WriteEndObject();
    }

    internal override T ReadValue(JsonElement json) => ReadProperties(json);
}
