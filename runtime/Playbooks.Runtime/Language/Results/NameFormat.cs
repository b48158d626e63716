using System.Text.Json;
using Playbooks.Generated;

namespace Playbooks.Language.Results;

/// <summary>Enum values, by their names in <c>camelCase</c>. A value without a name is written as a number.</summary>
internal sealed class NameFormat<T> : ValueFormat<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string> _names = [];
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);

    internal NameFormat()
    {
        foreach (var name in Enum.GetNames<T>())
        {
            var value = Enum.Parse<T>(name);
            var written = JsonNamingPolicy.CamelCase.ConvertName(name);

            // If two names differ only in case, the second is written unchanged.
            written = _values.TryAdd(written, value) || !_values.TryAdd(name, value) ? written : name;
            _names.TryAdd(value, written);
        }
    }

    internal override void WriteValue(Utf8JsonWriter writer, T value) => writer.WriteStringValue(_names.GetValueOrDefault(value) ?? Several(value));

    internal override T ReadValue(JsonElement json)
    {
        var name = json.GetString()!;
        return _values.TryGetValue(name, out var value) ? value : Enum.Parse<T>(name, ignoreCase: true);
    }

    /// <summary>Returns the names of several flags, or a number.</summary>
    private static string Several(T value) =>
        string.Join(", ", value.ToString().Split(", ").Select(JsonNamingPolicy.CamelCase.ConvertName));
}
