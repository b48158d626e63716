using System.Text.Json;

namespace Playbooks.Language.Results;

/// <summary>Writes results without knowing their type at compile time.</summary>
internal interface IResultFormat
{
    /// <summary>Writes all properties into the open object.</summary>
    void WriteProperties(Utf8JsonWriter writer, TaskResult result);
}
