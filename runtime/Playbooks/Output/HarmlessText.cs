using System.Globalization;
using System.Text;

namespace Playbooks.Output;

/// <summary>
/// Makes text harmless for whoever reads it: for a terminal, which control characters steer; for eyes, which bidirectional and invisible
/// characters deceive; and for systems of continuous integration, which take some lines of a log for commands. All that is written for people goes
/// through it, as one text, whatever its parts are.
/// </summary>
/// <remarks>
/// The commands are <c>::word::</c> at the beginning of a line and <c>##[word]</c> anywhere (GitHub Actions), <c>##vso[…]</c> (Azure Pipelines),
/// <c>##teamcity[…]</c>, and <c>section_start:…</c> (GitLab). A backslash breaks them.
/// </remarks>
/// <param name="isJson">Whether the text is JSON, where it stays the same value.</param>
internal sealed class HarmlessText(bool isJson = false)
{
    // The longest is the first.
    private static readonly string[] Sections = ["section_start", "section_end", "travis_fold"];

    private readonly StringBuilder _word = new();
    private char _last;
    private bool _isLineStart = true;
    private bool _isColonAtStart;
    private bool _isBehindHashes;

    /// <summary>Adds a text, which goes on where the last one has ended.</summary>
    internal void Append(StringBuilder to, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsHarmless(rune))
            {
                to.Append(isJson ? Json(rune) : Escape(rune));
            }
            else if (IsCommand(rune))
            {
                to.Append(isJson ? Json(rune) : $"\\{rune}");
            }
            else
            {
                to.Append(rune);
            }

            Remember(rune);
        }
    }

    /// <summary>Whether a character does nothing but show itself, or ends a line.</summary>
    internal static bool IsHarmless(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => true,
        < 0x7F => rune.Value >= ' ',
        _ => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && !IsInvisible(rune.Value),
    };

    /// <summary>A character as its escape.</summary>
    internal static string Escape(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\x1b' => "\\e",
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
    };

    // Unicode's Default_Ignorable_Code_Point but for those that are of the category Format, and the empty Braille pattern.
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

    /// <summary>Whether this character would make a command of what is before it.</summary>
    private bool IsCommand(Rune rune) => rune.Value switch
    {
        ':' => (_isColonAtStart && _last == ':') || Array.Exists(Sections, section => _word.Equals(section)),
        '[' => _isBehindHashes,
        _ => false,
    };

    private void Remember(Rune rune)
    {
        _isColonAtStart = rune.Value == ':' && _isLineStart;
        _isLineStart = rune.Value == '\n' || (_isLineStart && Rune.IsWhiteSpace(rune));
        var isLetter = rune.Value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
        _isBehindHashes = rune.Value == '#' ? _last == '#' : isLetter && _isBehindHashes;
        _last = rune.IsBmp ? (char)rune.Value : '\0';
        if (!isLetter && rune.Value != '_')
        {
            _word.Clear();
        }
        else if (_word.Length <= Sections[0].Length)
        {
            _word.Append(_last);
        }
    }
}
