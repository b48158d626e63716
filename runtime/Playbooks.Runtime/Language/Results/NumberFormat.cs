using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Playbooks.Generated;

namespace Playbooks.Language.Results;

/// <summary>Numbers. A value that JSON cannot represent, such as <c>NaN</c>, is written as a string.</summary>
internal sealed class NumberFormat<T> : ValueFormat<T>
    where T : struct, INumberBase<T>
{
    /// <summary>More characters than any number has.</summary>
    private const int Most = 128;

    internal override void WriteValue(Utf8JsonWriter writer, T value)
    {
        Span<byte> text = stackalloc byte[Most];
        value.TryFormat(text, out var length, format: default, CultureInfo.InvariantCulture);
        if (T.IsFinite(value))
        {
            writer.WriteRawValue(text[..length], skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(text[..length]);
        }
    }

    internal override T ReadValue(JsonElement json) => json.ValueKind == JsonValueKind.String
        ? T.Parse(json.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
        : T.Parse(JsonMarshal.GetRawUtf8Value(json), NumberStyles.Float, CultureInfo.InvariantCulture);
}
