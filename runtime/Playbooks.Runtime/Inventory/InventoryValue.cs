using System.Globalization;

namespace Playbooks;

/// <summary>Extracts a variable's value from its text: without the quotes around it and, if it has the line to itself, without a comment after it.</summary>
internal static class InventoryValue
{
    /// <summary>Returns a value from a host's line. As in Ansible, quotes that still surround the word are not part of the value.</summary>
    internal static string OfWord(string text) => IsQuoted(text, out var close) && close == text.Length - 1 ? text[1..^1] : text;

    /// <summary>
    /// Returns a value that has the rest of its line. As in Ansible, a comment may follow quoted text, a number, True, False, None and text in brackets. Any
    /// other text extends to the end of the line.
    /// </summary>
    /// <param name="text">The rest of the line, without spaces at its ends.</param>
    /// <param name="endsInComment">Whether the value seems to end with a comment.</param>
    internal static string OfLine(string text, out bool endsInComment)
    {
        endsInComment = false;
        if (IsQuoted(text, out var close) && text.AsSpan(close + 1).TrimStart() is { Length: 0 } or ['#' or ';', ..])
        {
            return text[1..close];
        }

        var mark = Comment(text);
        if (mark < 0)
        {
            return text;
        }

        var value = text[..mark].TrimEnd();
        endsInComment = !IsLiteral(value);
        return endsInComment ? text : value;
    }

    private static bool IsQuoted(string text, out int close)
    {
        close = text is ['"' or '\'', ..] ? text.IndexOf(text[0], 1) : -1;
        return close > 0;
    }

    /// <summary>Returns the position where a comment seems to begin, or -1.</summary>
    private static int Comment(string text)
    {
        if (text is ['#' or ';', ' ' or '\t', ..])
        {
            return 0;
        }

        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is '#' or ';' && char.IsWhiteSpace(text[i - 1]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsLiteral(string value) =>
        value is "True" or "False" or "None" or ['[', .., ']'] or ['{', .., '}'] or ['(', .., ')']
        || double.TryParse(
            value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
