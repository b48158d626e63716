using System.Buffers;
using System.Globalization;
using System.Text;

namespace Playbooks.Output;

/// <summary>
/// Makes text harmless for its readers: for terminals, which obey control characters; for people, whom bidirectional and invisible characters deceive; and
/// for continuous integration systems, which treat some lines of a log as commands. All text for people goes through it as one text, whatever its parts are.
/// </summary>
/// <remarks>
/// The commands are <c>::word::</c> at the beginning of a line and <c>##[word]</c> anywhere (GitHub Actions), <c>##vso[…]</c> (Azure Pipelines),
/// <c>##teamcity[…]</c>, and <c>section_start:…</c> (GitLab). A backslash disables them.
/// </remarks>
/// <param name="isJson">Whether the text is JSON, whose values must stay the same.</param>
internal sealed class HarmlessText(bool isJson = false)
{
    // How much earlier text is kept to recognize a command that arrives in pieces.
    private const int LongestBegin = 64;

    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly string[] Sections = ["section_start", "section_end", "travis_fold"];

    // Characters that have no effect and cannot complete a command: they are passed on in one piece.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. PlainLine.Except([':', '[']), '\n']);

    private string _before = "\n";

    /// <summary>The ASCII characters within a line that have no effect.</summary>
    internal static IEnumerable<char> PlainLine => [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\t'];

    /// <summary>Adds a text that continues the previous one.</summary>
    internal void Append(StringBuilder to, ReadOnlySpan<char> text)
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
                var isCommand = rune.Value is ':' or '[' && IsCommand(text[..at], (char)rune.Value);
                Append(to, rune, isCommand);
                at += units;
            }
        }

        _before = text.Length >= LongestBegin
            ? text[^LongestBegin..].ToString()
            : string.Concat(_before.AsSpan(Math.Max(0, _before.Length + text.Length - LongestBegin)), text);
    }

    /// <summary>Whether a character only shows itself or ends a line.</summary>
    internal static bool IsHarmless(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => true,
        < 0x7F => rune.Value >= ' ',
        _ => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && !IsInvisible(rune.Value),
    };

    /// <summary>Adds a character unchanged.</summary>
    internal static void AppendRune(StringBuilder to, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        to.Append(units[..rune.EncodeToUtf16(units)]);
    }

    /// <summary>Returns the escape sequence of a character.</summary>
    internal static string Escape(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\x1b' => "\\e",
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
    };

    // Unicode's Default_Ignorable_Code_Point except those of the category Format, and the empty Braille pattern.
    private static bool IsInvisible(int value) => value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065
        or 0x2800 or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    private static string Json(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        var text = "";
        foreach (var unit in units[..rune.EncodeToUtf16(units)])
        {
            text += string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return text;
    }

    private void Append(StringBuilder to, Rune rune, bool isCommand)
    {
        var isHarmless = IsHarmless(rune);
        if (isJson && (isCommand || !isHarmless))
        {
            to.Append(Json(rune));
        }
        else if (!isHarmless)
        {
            to.Append(Escape(rune));
        }
        else
        {
            to.Append(isCommand ? "\\" : "");
            AppendRune(to, rune);
        }
    }

    /// <summary>Whether a character turns the text before it into a command.</summary>
    private bool IsCommand(ReadOnlySpan<char> text, char last)
    {
        var before = text.Length >= LongestBegin ? text[^LongestBegin..] : $"{_before}{text}";
        if (last == '[')
        {
            return before.TrimEnd(Letters).EndsWith("##", StringComparison.Ordinal);
        }

        foreach (var section in Sections)
        {
            if (before.EndsWith(section, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return before is [.. var line, ':'] && line[(line.LastIndexOf('\n') + 1)..].IsWhiteSpace();
    }
}
