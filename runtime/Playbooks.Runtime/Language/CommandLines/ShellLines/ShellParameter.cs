namespace Playbooks;

/// <summary>Finds the text that shells evaluate inside <c>${…}</c>: subscripts, offsets, indirect names, and prompts.</summary>
internal static class ShellParameter
{
    /// <param name="text">The text from <c>${</c> to <c>}</c>.</param>
    /// <param name="evaluation">Collects the text that shells evaluate.</param>
    internal static void Judge(string text, ShellEvaluation evaluation)
    {
        var start = text.Length > 3 && text[2] is '!' or '#' ? 3 : 2;
        var end = text.Length > start && (text[start] is '@' or '*' || char.IsAsciiDigit(text[start])) ? start + 1 : ShellNames.EndOfName(text, start);
        var name = end > start ? ShellNames.Expanded($"${text.Substring(start, end - start)}").FirstOrDefault() : null;
        var close = end < text.Length && text[end] == '[' ? EndOfSubscript(text, end) : end;
        var isWhole = close > end && text.Substring(end, close - end) is "[@]" or "[*]";
        if (close > end && !isWhole && text.Substring(end, close - end) is var subscript)
        {
            evaluation.Evaluate(subscript, ShellJudge.Subscript);
        }

        var rest = text.Substring(close);
        if (name is not null && text[2] == '!' && !isWhole && rest is not ("*}" or "@}"))
        {
            evaluation.Use(
                name,
                "is inside `${!…}`, where shells can execute code that the value contains: " +
                "write the name of the variable directly in the command line");
        }
        else if (name is not null && rest == "@P}")
        {
            evaluation.Use(name, "is inside `${…@P}`, where shells can execute code that the value contains: write the variable without `@P`");
        }
        else if (name is not null && rest is ['=', ..] or [':', '=', ..])
        {
            evaluation.Give(name!, rest);
        }
        else if (rest is [':', not ('-' or '+' or '=' or '?' or '}'), ..])
        {
            evaluation.Evaluate(rest, "is after the colon in `${…}`, where shells can execute code that the value contains: pass a whole number");
        }
    }

    /// <summary>Returns the index after the bracket that closes a subscript.</summary>
    private static int EndOfSubscript(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }
}
