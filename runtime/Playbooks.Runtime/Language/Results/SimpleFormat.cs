using System.Text.Json;
using Playbooks.Generated;

namespace Playbooks.Language.Results;

/// <summary>Values that are also single values in JSON.</summary>
internal sealed class SimpleFormat<T>(Action<Utf8JsonWriter, T> write, Func<JsonElement, T> read) : ValueFormat<T>
{
    internal override void WriteValue(Utf8JsonWriter writer, T value) => write(writer, value);

    internal override T ReadValue(JsonElement json) => read(json);
}
