using System.Text;
using System.Text.Json;

namespace Playbooks;

/// <summary>
/// The items of a list on the command line. They are separated by commas, where <c>\,</c> is a comma within an item, or given as a JSON array.
/// </summary>
internal static class ListItems
{
    /// <summary>Returns the items of all texts, in order.</summary>
    /// <exception cref="FormatException">A text begins like JSON, but is not valid JSON.</exception>
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

    /// <summary>Returns the items of a JSON array; <see langword="null"/> if the text is not one.</summary>
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
            // A name may begin with a bracket. A bracket and a quote begin a list; in Python's notation, the quote is a single one.
            return text.TrimStart()[1..].TrimStart() is ['"' or '\'', ..] ? throw new FormatException($"'{text}' is not a JSON list", wrong) : null;
        }
    }
}
