using System.ComponentModel;
using System.Text.Json;

namespace Playbooks.Generated;

/// <summary>Writes records of a type as JSON, with the names of their properties, and reads them back. Generated classes derive from this class.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RecordFormat<T> : ValueFormat<T>
{
    /// <summary>Writes the properties of a record into the open JSON object.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The record.</param>
    protected abstract void WriteProperties(Utf8JsonWriter writer, T value);

    /// <summary>Creates a record from a JSON object. Properties that the object does not have get their defaults.</summary>
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
