using System.Globalization;

namespace Playbooks;

/// <summary>The text of a variable's value, without the quotes around it and, where it stands alone on its line, without a comment behind it.</summary>
internal static class InventoryValue
{
    /// <summary>A value among the words of a host's line: as in Ansible, quotes that the words have left around it are no part of it.</summary>
    internal static string OfWord(string text) => IsQuoted(text, out var close) && close == text.Length - 1 ? text[1..^1] : text;

    /// <summary>
    /// A value that has the rest of its line. As in Ansible a comment may follow what is quoted, a number, True, False, None and what stands in
    /// brackets; every other text goes to the end of the line.
    /// </summary>
    /// <param name="text">The rest of the line, without spaces around it.</param>
    /// <param name="endsInComment">Whether what was kept looks as if it ended in a comment.</param>
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

    /// <summary>Where a comment seems to begin, or -1.</summary>
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
