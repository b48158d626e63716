using System.Text;
using System.Text.Json;

namespace Playbooks;

/// <summary>The items of a list, as a command line gives them: with commas, where <c>\,</c> is a comma within an item, or as a list in JSON.</summary>
internal static class ListItems
{
    /// <summary>The items of all texts, in order.</summary>
    /// <exception cref="FormatException">A text begins as JSON does, and is none.</exception>
    internal static IEnumerable<string> Of(IReadOnlyList<string> texts) => texts.SelectMany(text => OfJson(text) ?? Split(text));

    private static List<string> Split(string text)
    {
        var items = new List<string>();
        var item = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == ',')
            {
                items.Add(item.ToString().Trim());
                item.Clear();
            }
            else if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == ',')
            {
                item.Append(text[++i]);
            }
            else
            {
                item.Append(text[i]);
            }
        }

        items.RemoveAll(one => one.Length == 0);
        return items;
    }

    /// <summary>The items of a list in JSON, as they are; <see langword="null"/> where the text is none.</summary>
    private static List<string>? OfJson(string text)
    {
        if (text.TrimStart() is not ['[', ..])
        {
            return null;
        }

        try
        {
            using var list = JsonDocument.Parse(text);
            return [.. list.RootElement.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText())];
        }
        catch (JsonException wrong)
        {
            // A name may begin with a bracket; a quote behind it means a list, and in Python's it is a single one.
            return text.TrimStart()[1..].TrimStart() is ['"' or '\'', ..] ? throw new FormatException($"'{text}' is no list in JSON", wrong) : null;
        }
    }
}
