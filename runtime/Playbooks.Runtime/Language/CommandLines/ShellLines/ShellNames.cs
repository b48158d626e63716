namespace Playbooks;

/// <summary>
/// Finds the names of variables in shell text. The name <c>@</c> means all arguments of a script or function, <c>|</c> the input from a pipe.
/// </summary>
internal static class ShellNames
{
    internal const string Arguments = "@";
    internal const string Pipe = "|";

    internal static bool IsName(string text) => text.Length > 0 && EndOfName(text, 0) == text.Length;

    /// <summary>Returns the end of the name that begins at <paramref name="start"/>, or <paramref name="start"/> if no name begins there.</summary>
    internal static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (text[end] == '_' || char.IsAsciiLetter(text[end]) || (end > start && char.IsAsciiDigit(text[end]))))
        {
            end++;
        }

        return end;
    }

    /// <summary>Returns the variables that a text expands with <c>$</c>.</summary>
    internal static IEnumerable<string> Expanded(string text)
    {
        text = WithoutLengths(text);
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '$')
            {
                continue;
            }

            var at = text[i + 1] == '{' ? i + 2 : i + 1;
            at += at < text.Length && text[at] == '!' ? 1 : 0;
            if (at < text.Length && (text[at] is '@' or '*' || char.IsAsciiDigit(text[at])))
            {
                yield return Arguments;
            }
            else if (at < text.Length && text[at] == '|')
            {
                yield return Pipe;
            }
            else if (EndOfName(text, at) is var end && end > at)
            {
                yield return text.Substring(at, end - at);
            }
        }
    }

    /// <summary>Returns the variables that a text expands, and the names without <c>$</c> that arithmetic reads as variables.</summary>
    internal static IEnumerable<string> All(string text)
    {
        foreach (var name in Expanded(text))
        {
            yield return name;
        }

        text = WithoutLengths(text);
        for (var i = 0; i < text.Length; i++)
        {
            var end = EndOfName(text, i);
            if (end > i)
            {
                yield return text.Substring(i, end - i);
            }

            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>Returns a text as if each <c>$name</c>, <c>${…}</c> and <c>$(…)</c> were empty.</summary>
    internal static string WithoutExpansions(string text)
    {
        for (var i = text.IndexOf('$'); i >= 0; i = text.IndexOf('$'))
        {
            var end = EndOfName(text, i + 1);
            if (end == i + 1 && end < text.Length)
            {
                var close = text[end] switch { '{' => text.IndexOf('}', end), '(' => text.IndexOf(')', end), _ => end };
                end = close < 0 ? text.Length : close + 1;
            }

            text = text.Remove(i, end - i);
        }

        return text;
    }

    /// <summary>
    /// Returns the variable to which a word such as <c>name=</c>, <c>name+=</c> or <c>name[…]=</c> assigns, and the start of the value;
    /// <see langword="null"/> for other words.
    /// </summary>
    internal static (string Name, int Value)? Assignment(string word)
    {
        var end = EndOfName(word, 0);
        var at = end;
        if (end > 0 && at < word.Length && word[at] == '[')
        {
            at = word.IndexOf(']', at) + 1;
        }

        at += at > 0 && at + 1 < word.Length && word[at] == '+' ? 1 : 0;
        return end > 0 && at >= end && at < word.Length && word[at] == '=' ? (word.Substring(0, end), at + 1) : null;
    }

    /// <summary>Returns the text without <c>${#name}</c>, which is always a number.</summary>
    private static string WithoutLengths(string text)
    {
        for (var i = text.IndexOf("${#", StringComparison.Ordinal); i >= 0; i = text.IndexOf("${#", i, StringComparison.Ordinal))
        {
            text = text.Remove(i, (text.IndexOf('}', i) is >= 0 and var end ? end + 1 : text.Length) - i);
        }

        return text;
    }
}
