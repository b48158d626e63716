namespace Playbooks;

/// <summary>
/// Finds the names of variables in a shell's text. <c>@</c> stands for all arguments of a script or function, <c>|</c> for what came through a pipe.
/// </summary>
internal static class ShellNames
{
    internal const string Arguments = "@";
    internal const string Pipe = "|";

    internal static bool IsName(string text) => text.Length > 0 && EndOfName(text, 0) == text.Length;

    /// <summary>Where the name that begins there ends; the same place where none begins.</summary>
    internal static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (text[end] == '_' || char.IsAsciiLetter(text[end]) || (end > start && char.IsAsciiDigit(text[end]))))
        {
            end++;
        }

        return end;
    }

    /// <summary>The variables whose values stand in a text: behind a <c>$</c>.</summary>
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

    /// <summary>The same, and what arithmetic takes for variables: names without a <c>$</c>.</summary>
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

    /// <summary>A text where nothing comes of <c>$name</c>, <c>${…}</c> and <c>$(…)</c>.</summary>
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
    /// What a word gives a value to, as <c>name=</c>, <c>name+=</c> or <c>name[…]=</c>, and where the value begins; nothing where it is no assignment.
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

    /// <summary>The text without <c>${#name}</c>, which is a number whatever the value.</summary>
    private static string WithoutLengths(string text)
    {
        for (var i = text.IndexOf("${#", StringComparison.Ordinal); i >= 0; i = text.IndexOf("${#", i, StringComparison.Ordinal))
        {
            text = text.Remove(i, (text.IndexOf('}', i) is >= 0 and var end ? end + 1 : text.Length) - i);
        }

        return text;
    }
}
