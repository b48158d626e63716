using System.Text.Json;
using Playbooks.Generated;
using Playbooks.Language.Results;

namespace Playbooks;

/// <summary>
/// Writes results as JSON and reads them back, with property names in <c>camelCase</c>. Unknown properties are ignored and missing properties get their
/// defaults, so a new version of a program can add or remove properties.
/// </summary>
/// <remarks>
/// A <see cref="Secret"/> is written as a placeholder, and so is the whole result of a task with <c>[NoLog]</c>. When they are read back,
/// <see cref="Secret.IsPlaceholder"/> of the secret and <see cref="TaskResult.IsPlaceholder"/> of the result are <see langword="true"/>.
/// </remarks>
public static class ResultJson
{
    /// <summary>Writes a result as a JSON object.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="result">The result.</param>
    public static void Write(Utf8JsonWriter writer, TaskResult result)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(result);
        writer.WriteStartObject();
        if (!TryWriteProperties(writer, result))
        {
            result.WriteProperties(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a result.</summary>
    /// <typeparam name="TResult">The type of the result. Properties that only a derived type has are not read.</typeparam>
    /// <param name="json">The object that <see cref="Write"/> has written.</param>
    /// <exception cref="JsonException">The JSON is not an object that <see cref="Write"/> could have written.</exception>
    /// <exception cref="NotSupportedException">The type cannot be read: see the rule PB0043.</exception>
    public static TResult Read<TResult>(JsonElement json)
        where TResult : TaskResult =>
        json.ValueKind == JsonValueKind.Object
            ? ResultFormats.Of<TResult>().ReadValue(json)
            : throw new JsonException($"A {typeof(TResult).Name} is read from a JSON object, but the JSON is of the kind {json.ValueKind}.");

    /// <summary>Writes all properties into the open object.</summary>
    /// <returns>Whether the properties were written; <see langword="false"/> if the type has no generated code for that.</returns>
    internal static bool TryWriteProperties(Utf8JsonWriter writer, TaskResult result)
    {
        if (result is MaskedResult masked)
        {
            masked.WriteTo(writer);
        }
        else if (result.IsHidden)
        {
            CommonProperties.WriteHidden(writer, result);
        }
        else if (ResultFormats.Find(result.GetType()) is { } format)
        {
            format.WriteProperties(writer, result);
        }
        else
        {
            return false;
        }

        return true;
    }
}
