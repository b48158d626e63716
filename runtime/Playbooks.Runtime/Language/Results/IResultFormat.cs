using System.Text.Json;

namespace Playbooks.Language.Results;

/// <summary>How results of a type are written, for who does not know which type that is.</summary>
internal interface IResultFormat
{
    /// <summary>Writes all properties into the object that is open.</summary>
    void WriteProperties(Utf8JsonWriter writer, TaskResult result);
}
