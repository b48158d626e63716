using System.ComponentModel;
using System.Text.Json;

namespace Playbooks.Generated;

/// <summary>How values of a type are written as JSON and read back. Generated code puts these together.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueFormat<T>
{
    private protected ValueFormat()
    {
    }

    /// <summary>Whether <see langword="null"/> is a value like others. Where it is none, it is read as if nothing were there.</summary>
    private protected virtual bool TakesNull => false;

    /// <summary>Writes a property.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">Its name, in UTF-8.</param>
    /// <param name="value">Its value.</param>
    public void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Reads a property.</summary>
    /// <param name="json">The object that has it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="otherwise">Its value where the object has none.</param>
    /// <exception cref="JsonException">It is no value of this type.</exception>
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
