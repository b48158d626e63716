using System.ComponentModel;
using System.Text.Json;
using Playbooks.Language.Results;

namespace Playbooks.Generated;

/// <summary>How results of a type are written as JSON and read back. Generated code derives from it, and gives what is the type's own.</summary>
/// <typeparam name="TResult">The type.</typeparam>
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
