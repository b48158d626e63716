using System.Text.Json;
using Playbooks.Generated;
using Playbooks.Language.Results;

namespace Playbooks;

/// <summary>
/// Results as JSON: by the names of their properties, in <c>camelCase</c>. What is unknown is ignored, and what is missing has its default, so that a
/// result may get or lose properties from one version of a program to the next.
/// </summary>
/// <remarks>
/// A <see cref="Secret"/>, and all that a task with <c>[NoLog]</c> gave, is written as a placeholder, and read back as one: see
/// <see cref="TaskResult.IsPlaceholder"/>.
/// </remarks>
public static class ResultJson
{
    /// <summary>Writes a result: an object.</summary>
    /// <param name="writer">Where to write.</param>
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
    /// <typeparam name="TResult">Its type. What a type that derives from it has besides is not read.</typeparam>
    /// <param name="json">The object that <see cref="Write"/> has written.</param>
    /// <exception cref="JsonException">It is no such object.</exception>
    /// <exception cref="NotSupportedException">The type has no reader: see the rule PB0043.</exception>
    public static TResult Read<TResult>(JsonElement json)
        where TResult : TaskResult =>
        json.ValueKind == JsonValueKind.Object
            ? ResultFormats.Of<TResult>().ReadValue(json)
            : throw new JsonException($"A {typeof(TResult).Name} is an object, and this is {json.ValueKind}.");

    /// <summary>Writes all properties into the object that is open.</summary>
    /// <returns>Whether that could be: the type may have no writer.</returns>
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
