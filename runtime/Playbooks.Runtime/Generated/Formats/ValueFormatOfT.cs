using System.ComponentModel;
using System.Text.Json;

namespace Playbooks.Generated;

/// <summary>Writes values of a type as JSON and reads them back. Generated code builds the format of a result from several such formats.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueFormat<T>
{
    private protected ValueFormat()
    {
    }

    /// <summary>Whether JSON <c>null</c> is a value of this type. If not, a property that is <c>null</c> is read as if it were missing.</summary>
    private protected virtual bool TakesNull => false;

    /// <summary>Writes a property.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="name">The property's name, in UTF-8.</param>
    /// <param name="value">The property's value.</param>
    public void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Reads a property.</summary>
    /// <param name="json">The object that contains the property.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="otherwise">The value to return if the object does not have the property.</param>
    /// <exception cref="JsonException">The property's value cannot be read as this type.</exception>
    public T Read(JsonElement json, string name, T otherwise)
    {
        if (!json.TryGetProperty(name, out var property) || (property.ValueKind == JsonValueKind.Null && !TakesNull))
        {
            return otherwise;
        }

        try
        {
            return ReadValue(property);
        }
        catch (Exception thrown) when (thrown is InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new JsonException($"'{name}' cannot be read: {thrown.Message}", thrown);
        }
    }

    internal void Write(Utf8JsonWriter writer, T value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteValue(writer, value);
        }
    }

    internal abstract void WriteValue(Utf8JsonWriter writer, T value);

    internal abstract T ReadValue(JsonElement json);
}
