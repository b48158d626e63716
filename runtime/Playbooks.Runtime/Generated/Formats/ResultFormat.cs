using System.ComponentModel;
using System.Text.Json;
using Playbooks.Language.Results;

namespace Playbooks.Generated;

/// <summary>
/// Writes results of a type as JSON and reads them back. Generated classes derive from this class and handle the properties of their own type.
/// </summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ResultFormat<TResult> : RecordFormat<TResult>, IResultFormat
    where TResult : TaskResult
{
    void IResultFormat.WriteProperties(Utf8JsonWriter writer, TaskResult result)
    {
        CommonProperties.Write(writer, result);
        WriteProperties(writer, (TResult)result);
    }

    internal sealed override TResult ReadValue(JsonElement json) => CommonProperties.Read(json, ReadProperties(json));
}
