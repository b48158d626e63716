using System.Globalization;
using System.Text;

namespace Playbooks.Output;

/// <summary>Text from hosts, made harmless for a terminal: what would drive it is shown as what it is.</summary>
internal static class Printable
{
    /// <summary>Adds a text on one line; line ends are shown as <c>\n</c>.</summary>
    internal static StringBuilder AppendPrintable(this StringBuilder to, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            Append(to, c);
        }

        return to;
    }

    /// <summary>Where the lines of a text are; a line end at its end begins no further line.</summary>
    internal static List<Range> Lines(ReadOnlySpan<char> text)
    {
        var lines = new List<Range>();
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(start..(end > start && text[end - 1] == '\r' ? end - 1 : end));
            start = end + 1;
        }

        return lines;
    }

    private static void Append(StringBuilder to, char c)
    {
        switch (c)
        {
            case '\t' or (>= ' ' and < '\x7f'):
                to.Append(c);
                break;
            case '\n':
                to.Append("\\n");
                break;
            case '\r':
                to.Append("\\r");
                break;
            case '\x1b':
                to.Append("\\e");
                break;
            default:
                AppendOther(to, c);
                break;
        }
    }

    private static void AppendOther(StringBuilder to, char c)
    {
        // Control characters steer the terminal; format characters (bidirectional overrides, zero width) make a line look like another.
        if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        {
            to.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        else
        {
            to.Append(c);
        }
    }
}
