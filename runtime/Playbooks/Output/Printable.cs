using System.Buffers;
using System.Text;

namespace Playbooks.Output;

/// <summary>Shows texts from other sources as parts of a line.</summary>
internal static class Printable
{
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. HarmlessText.PlainLine]);

    /// <summary>
    /// Adds a text on one line. Line ends are shown as <c>\n</c>, and characters that <see cref="HarmlessText"/> escapes are escaped as there.
    /// </summary>
    internal static StringBuilder AppendPrintable(this StringBuilder to, ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = text[at..].IndexOfAnyExcept(Plain);
            length = length < 0 ? text.Length - at : length;
            to.Append(text.Slice(at, length));
            at += length;
            if (at < text.Length)
            {
                Rune.DecodeFromUtf16(text[at..], out var rune, out var units);
                if (rune.Value != '\n' && HarmlessText.IsHarmless(rune))
                {
                    HarmlessText.AppendRune(to, rune);
                }
                else
                {
                    to.Append(HarmlessText.Escape(rune));
                }

                at += units;
            }
        }

        return to;
    }

    /// <summary>Returns the ranges of a text's lines. A line end at the end of the text begins no further line.</summary>
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
