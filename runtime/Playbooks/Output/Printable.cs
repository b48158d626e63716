using System.Text;

namespace Playbooks.Output;

/// <summary>Texts of others as parts of a line.</summary>
internal static class Printable
{
    /// <summary>Adds a text on one line; line ends are shown as <c>\n</c>, and what <see cref="HarmlessText"/> would escape as it does.</summary>
    internal static StringBuilder AppendPrintable(this StringBuilder to, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != '\n' && HarmlessText.IsHarmless(rune))
            {
                to.Append(rune);
            }
            else
            {
                to.Append(HarmlessText.Escape(rune));
            }
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
}
