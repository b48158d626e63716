using static Playbooks.ShellSyntax;

namespace Playbooks;

/// <summary>Reads a shell line construct by construct. Knows what encloses the current place, and from where on shells read the line differently.</summary>
/// <remarks>Follows "Shell Command Language", 2.2 Quoting, 2.3 Token Recognition and 2.6 Word Expansions, of POSIX.1-2017.</remarks>
/// <param name="evaluation">Collects the text that shells evaluate.</param>
internal sealed class ShellSteps(ShellEvaluation evaluation)
{
    private readonly Stack<ShellFrame> _frames = new([new ShellFrame(ShellFrameKind.Commands) { Command = new ShellCommand(evaluation) }]);

    /// <summary>The constructs that enclose the place, innermost first.</summary>
    internal IReadOnlyCollection<ShellFrame> Frames => _frames;

    internal ShellFrame Top => _frames.Peek();

    internal bool IsOutermost => _frames.Count == 1;

    /// <summary>The reason why no hole can be here or later; <see langword="null"/> if holes can be.</summary>
    internal string? Lost { get; private set; }

    /// <summary>The number of characters that were read.</summary>
    internal int Length { get; set; }

    internal bool TokenMayBegin { get; set; } = true;

    internal bool IsAfterBackslash { get; set; }

    internal bool IsAfterDollar { get; set; }

    private bool IsInDoubleQuotes =>
        _frames.TakeWhile(frame => frame.Kind != ShellFrameKind.Commands).Any(frame => frame.Kind == ShellFrameKind.DoubleQuotes);

    /// <summary>Reads the construct that begins at a character, and returns its length.</summary>
    internal int Step(string text, int i) => Top.Kind switch
    {
        ShellFrameKind.Commands => StepCommands(text, i),
        ShellFrameKind.SingleQuotes => text[i] == '\'' ? Leave(1) : 1,
        ShellFrameKind.DoubleQuotes => text[i] == '"' ? Leave(1) : StepExpansion(text, i),
        ShellFrameKind.Parameter => StepParameter(text, i),
        ShellFrameKind.Arithmetic => StepArithmetic(text, i),
        ShellFrameKind.Comment => StepComment(text, i),
        _ => StepBackquotes(text, i),
    };

    private int StepCommands(string text, int i)
    {
        var c = text[i];
        var begins = TokenMayBegin;
        if (HasAt(text, i, "\\\n"))
        {
            return 2;
        }

        TokenMayBegin = IsBlankOrOperator(c);
        switch (c)
        {
            case '\'':
                return Enter(ShellFrameKind.SingleQuotes, 1);
            case '"':
                return Enter(ShellFrameKind.DoubleQuotes, 1);
            case '#' when begins:
                return Enter(ShellFrameKind.Comment, 1);
            case '<' when HasAt(text, i, "<<"):
                return Lose(
                    "is after `<<`, and no value can be quoted in a here-document: " +
                    "send the value with `printf '%s\\n' {…} |`, or write the value before the `<<`");
            case '<' or '>' when i + 1 < text.Length && text[i + 1] == '(':
                return EnterSubstitution();
            case '(' when HasAt(text, i, "(("):
                _frames.Push(new ShellFrame(ShellFrameKind.Arithmetic) { Depth = 2, IsCommand = true, Start = Length });
                return 2;
            case '(':
                Top.Depth += IsOutermost ? 0 : 1;
                TokenMayBegin = true;
                return 1;
            case ')':
                return CloseParenthesis();
            case 'c' when begins && !IsOutermost && IsCase(text, i):
                return Lose("is after a `case` inside `$(…)`, and shells disagree where that `$(…)` ends: move the `case` out of the `$(…)`");
            default:
                return StepExpansion(text, i);
        }
    }

    private int CloseParenthesis()
    {
        if (!IsOutermost && --Top.Depth == 0)
        {
            return Leave(1);
        }

        TokenMayBegin = true;
        return 1;
    }

    private int StepParameter(string text, int i)
    {
        var c = text[i];
        if (c == '}')
        {
            return Leave(1);
        }

        if (c is not ('\'' or '"'))
        {
            return StepExpansion(text, i);
        }

        return IsInDoubleQuotes
            ? Lose("is after quotes inside `\"${…}\"`, which shells read in different ways: assign the value to a shell variable first")
            : Enter(c == '"' ? ShellFrameKind.DoubleQuotes : ShellFrameKind.SingleQuotes, 1);
    }

    private int StepArithmetic(string text, int i)
    {
        switch (text[i])
        {
            case '(':
                Top.Depth++;
                return 1;
            case ')' when --Top.Depth == 0:
                var isCommand = Top.IsCommand;
                Leave(1);

                // After a command, a # begins a comment; after $((…)), it is in the middle of a word.
                TokenMayBegin = isCommand;
                return 1;
            case ')':
                return 1;
            case '"':
                return Enter(ShellFrameKind.DoubleQuotes, 1);
            case '\'' or '\n':
            case '#' when i == 0 || !char.IsAsciiDigit(text[i - 1]):
            case 'c' when IsCase(text, i):
                return Lose("is after `((`, which some shells do not read as arithmetic here: write `( (` for a subshell");
            default:
                return StepExpansion(text, i);
        }
    }

    private int StepComment(string text, int i)
    {
        var c = text[i];
        if (c == '\n')
        {
            return Leave(0);
        }

        return _frames.Count > 2 && c is '\'' or '"' or '`' or '(' or ')' or '\\'
            ? Lose(
                "is after a comment inside `$(…)` with quotes or parentheses, which shells read in different ways: " +
                "remove the quotes and parentheses from the comment")
            : 1;
    }

    private int StepBackquotes(string text, int i)
    {
        var end = i;
        while (end < text.Length && text[end] != '`')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        IsAfterBackslash = end > text.Length;
        end = Math.Min(end, text.Length);
        Top.Inner!.Read(Decode(text.Substring(i, end - i)));
        return end < text.Length && Lost is null ? LeaveBackquotes() + end - i : end - i;
    }

    private int LeaveBackquotes()
    {
        if (!Top.IsQuoted && !Top.Inner!.IsComplete)
        {
            return Lose("is after backquotes, and shells disagree where the backquotes end: write `$(…)` instead");
        }

        Top.Inner!.End();
        return Leave(1);
    }

    /// <summary>Reads backslashes, dollars and backquotes, which mean the same in commands, double quotes and expansions.</summary>
    private int StepExpansion(string text, int i)
    {
        switch (text[i])
        {
            case '\\':
                IsAfterBackslash = i + 1 == text.Length;
                return Math.Min(2, text.Length - i);
            case '`':
                var isQuoted = Top.Kind != ShellFrameKind.Commands;
                _frames.Push(new ShellFrame(ShellFrameKind.Backquotes) { Inner = new ShellPosition(evaluation), IsQuoted = isQuoted, Start = Length });
                return 1;
            case '$':
                return StepDollar(text, i);
            default:
                return 1;
        }
    }

    private int StepDollar(string text, int i)
    {
        switch (i + 1 < text.Length ? text[i + 1] : '\0')
        {
            case '\0':
                IsAfterDollar = true;
                return 1;
            case '$':
                return 2;
            case '(':
                return HasAt(text, i, "$((") ? Enter(ShellFrameKind.Arithmetic, 3, depth: 2) : EnterSubstitution();
            case '{' when i + 2 < text.Length && text[i + 2] is ' ' or '\t' or '\n' or '|':
                return Lose("is after `${` and a blank or `|`, which shells read in different ways: write `$(…)` instead");
            case '[':
                return Lose("is after `$[`, which shells read in different ways: write `$((…))` instead");
            case '\'' when !IsInDoubleQuotes:
                return Lose("is after `$'`, which shells read in different ways: remove the `$`, or use `printf`");
            case '{':
                return Enter(ShellFrameKind.Parameter, 2);
            default:
                return 1;
        }
    }

    private int EnterSubstitution()
    {
        TokenMayBegin = true;
        return Enter(ShellFrameKind.Commands, 2, depth: 1, new ShellCommand(evaluation));
    }

    private int Enter(ShellFrameKind kind, int length, int depth = 0, ShellCommand? command = null)
    {
        _frames.Push(new ShellFrame(kind) { Depth = depth, Command = command, Start = Length });
        return length;
    }

    private int Leave(int length)
    {
        _frames.Pop();
        TokenMayBegin = false;
        return length;
    }

    private int Lose(string reason)
    {
        Lost = reason;
        return 1;
    }
}
