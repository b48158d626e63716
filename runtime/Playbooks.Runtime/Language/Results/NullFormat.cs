using System.Text.Json;
using Playbooks.Generated;

namespace Playbooks.Language.Results;

/// <summary>References that may be <see langword="null"/>.</summary>
internal sealed class NullFormat<T>(ValueFormat<T> format) : ValueFormat<T?>
    where T : class
{
    private protected override bool TakesNull => true;

    internal override void WriteValue(Utf8JsonWriter writer, T? value) => format.Write(writer, value!);

    internal override T? ReadValue(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : format.ReadValue(json);
}
