using System.Collections.Immutable;
using System.Text.Json;
using Playbooks.Generated;

namespace Playbooks.Language.Results;

/// <summary>Lists, arrays and sets.</summary>
internal sealed class ItemsFormat<TItems, T>(ValueFormat<T> item, Func<T[], TItems> make) : ValueFormat<TItems>
    where TItems : IEnumerable<T>
{
    internal override void WriteValue(Utf8JsonWriter writer, TItems value)
    {
        if (value is ImmutableArray<T> { IsDefault: true })
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        if (value is IReadOnlyList<T> list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                item.Write(writer, list[i]);
            }
        }
        else
        {
            foreach (var one in value)
            {
                item.Write(writer, one);
            }
        }

        writer.WriteEndArray();
    }

    internal override TItems ReadValue(JsonElement json)
    {
        var items = new T[json.GetArrayLength()];
        var count = 0;
        foreach (var one in json.EnumerateArray())
        {
            items[count++] = item.ReadValue(one);
        }

        return make(items);
    }
}
