using System.Text.Json;
using Playbooks.Generated;

namespace Playbooks.Language.Results;

/// <summary>Values that may be <see langword="null"/>.</summary>
internal sealed class NoneFormat<T>(ValueFormat<T> format) : ValueFormat<T?>
    where T : struct
{
    private protected override bool TakesNull => true;

    internal override void WriteValue(Utf8JsonWriter writer, T? value) => format.Write(writer, value!.Value);

    internal override T? ReadValue(JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : format.ReadValue(json);
}
