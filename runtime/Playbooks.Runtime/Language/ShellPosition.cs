using System.Text;
using static Playbooks.ShellSyntax;

namespace Playbooks;

/// <summary>
/// Follows a shell's line as far as is needed to know how a hole must be quoted where it stands. Where shells differ,
/// or nothing could be quoted, it refuses rather than guesses.
/// </summary>
/// <remarks>After "Shell Command Language", 2.2 Quoting, 2.3 Token Recognition and 2.6 Word Expansions, of POSIX.1-2017.</remarks>
/// <param name="outline">The line so far, without values; for messages.</param>
/// <param name="evaluation">Judges what shells evaluate.</param>
internal sealed class ShellPosition(StringBuilder outline, ShellEvaluation evaluation)
{
    private readonly Stack<ShellFrame> _frames = new([new ShellFrame(ShellFrameKind.Commands) { Command = new ShellCommand(evaluation) }]);
    private string? _lost;
    private bool _tokenMayBegin = true;
    private bool _afterBackslash;
    private bool _afterDollar;
    private bool _afterSequence;

    private ShellFrame Top => _frames.Peek();

    private bool IsInDoubleQuotes =>
        _frames.TakeWhile(frame => frame.Kind != ShellFrameKind.Commands).Any(frame => frame.Kind == ShellFrameKind.DoubleQuotes);

    /// <summary>The command whose word is being read.</summary>
    private ShellCommand Command => _frames.First(frame => frame.Command is not null).Command!;

    private bool IsOutermost => _frames.Count == 1;

    /// <summary>Goes on by text.</summary>
    /// <exception cref="FormatException">The text touches a sequence.</exception>
    internal void Read(string text)
    {
        if (_afterSequence && text is not ("" or [' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')' or '`', ..]))
        {
            throw NotAlone();
        }

        if (text.Length > 0)
        {
            _afterSequence = _afterBackslash = _afterDollar = false;
        }

        for (var i = 0; i < text.Length && _lost is null;)
        {
            var (frame, depth) = (Top, _frames.Count);
            var length = Step(text, i);
            Note(frame, _frames.Count - depth, text.AsSpan(i, Math.Min(length, text.Length - i)));
            i += length;
        }
    }

    /// <summary>The line is over.</summary>
    /// <exception cref="FormatException">A shell would evaluate one of its holes.</exception>
    internal void End()
    {
        EndCommands();
        if (evaluation.Wrong is { } reason)
        {
            throw new FormatException($"In the command line `{outline}`, a hole {reason}.");
        }
    }

    private void EndCommands()
    {
        foreach (var frame in _frames)
        {
            frame.Command?.End();
            frame.Inner?.EndCommands();
        }
    }

    /// <summary>Has the command take what was read in a frame, which has opened another (1), or was left (-1).</summary>
    private void Note(ShellFrame frame, int opened, ReadOnlySpan<char> text)
    {
        switch (frame.Kind)
        {
            case ShellFrameKind.Commands when opened < 0:
                frame.Command!.End();
                break;
            case ShellFrameKind.Commands when opened == 0 && text.Length == 1:
                frame.Command!.Take(text[0]);
                break;
            case ShellFrameKind.Commands when opened == 0 && !text.SequenceEqual("\\\n"):
                frame.Command!.TakeQuoted(text[0] == '\\' ? text[1..] : text);
                break;
            case ShellFrameKind.Commands when Top.Kind is ShellFrameKind.Comment:
                break;
            case ShellFrameKind.Commands or ShellFrameKind.SingleQuotes or ShellFrameKind.DoubleQuotes when opened > 0:
                _frames.Skip(1).First(around => around.Command is not null).Command!.TakeQuoted(text[0] == '$' ? "$" : "");
                break;
            case ShellFrameKind.SingleQuotes or ShellFrameKind.DoubleQuotes when opened == 0:
                Command.TakeQuoted(text);
                break;
            case ShellFrameKind.Arithmetic when opened < 0:
                evaluation.EndArithmetic();
                break;
            case ShellFrameKind.Arithmetic or ShellFrameKind.Parameter when _frames.Any(around => around.Kind == ShellFrameKind.Arithmetic):
                evaluation.Arithmetic(text);
                break;
        }
    }

    /// <summary>What stands for a hole here.</summary>
    /// <exception cref="FormatException">Nothing can be quoted safely here.</exception>
    internal string Quote(CommandLineHole hole)
    {
        if ((_lost ?? Refusal(hole)) is { } reason)
        {
            throw new FormatException($"In the command line `{outline}`, the last hole {reason}.");
        }

        if (Top.Kind is ShellFrameKind.Commands or ShellFrameKind.SingleQuotes or ShellFrameKind.DoubleQuotes)
        {
            Command.TakeHole(hole.Values.Count > 0 && hole.Values.All(IsWholeNumber));
        }

        if (Top.Kind == ShellFrameKind.Commands)
        {
            if (_afterSequence || (hole.IsSequence && !_tokenMayBegin))
            {
                throw NotAlone();
            }

            _tokenMayBegin = false;
            _afterSequence = hole.IsSequence;

            // A blank for none, lest what stands before and after it become one operator.
            return hole.Values.Count == 0 ? " " : string.Join(' ', hole.Values.Select(ShellText.Quote));
        }

        return Top switch
        {
            { Kind: ShellFrameKind.SingleQuotes } => ShellText.Inside(hole.Values[0]),
            { Kind: ShellFrameKind.DoubleQuotes } => Escape(hole.Values[0], "$`\"\\"),
            { Kind: ShellFrameKind.Arithmetic } => hole.Values[0].StartsWith('-') ? " " + hole.Values[0] : hole.Values[0],
            { Inner: { } inner } => Escape(inner.Quote(hole), "$`\\"),
            _ => "",
        };
    }

    private FormatException NotAlone() => new(
        $"In the command line `{outline}`, the sequence must stand alone, between blanks and outside quotes: " +
        "each item is an argument; put what belongs to each into the items.");

    private string? Refusal(CommandLineHole hole) => Top.Kind switch
    {
        _ when _afterBackslash => "stands directly after a backslash: write two for one",
        _ when _afterDollar => "stands directly after a $: write {name} alone for the value, or '$' for a dollar sign",
        ShellFrameKind.Parameter => "stands inside ${…}, where nothing can be quoted: give the value to a variable of the shell first",
        ShellFrameKind.Arithmetic when hole.IsSequence || !IsWholeNumber(hole.Values[0]) =>
            "stands inside ((…)), where only a whole number can: give it one, or write ( ( for a subshell",
        ShellFrameKind.Backquotes when Top.Inner is null => "stands inside backquotes inside other quotes, which shells read differently: write $(…)",
        ShellFrameKind.SingleQuotes or ShellFrameKind.DoubleQuotes when hole.IsSequence =>
            "is a sequence inside quotes: put it outside, where each item is an argument",
        _ => null,
    };

    /// <summary>Reads what begins at a character; gives how many characters it was.</summary>
    private int Step(string text, int i) => Top.Kind switch
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
        var begins = _tokenMayBegin;
        if (c == '\\' && HasAt(text, i, "\\\n"))
        {
            return 2;
        }

        _tokenMayBegin = IsBlankOrOperator(c);
        switch (c)
        {
            case '\'':
                return Enter(ShellFrameKind.SingleQuotes, 1);
            case '"':
                return Enter(ShellFrameKind.DoubleQuotes, 1);
            case '#' when begins:
                return Enter(ShellFrameKind.Comment, 1);
            case '<' when HasAt(text, i, "<<"):
                return Lose("stands after <<, and here-documents cannot be quoted: pass it by printf '%s\\n' {…} |, or before the <<");
            case '(' when HasAt(text, i, "(("):
                _frames.Push(new ShellFrame(ShellFrameKind.Arithmetic) { Depth = 2, IsCommand = true });
                return 2;
            case '(':
                Top.Depth += IsOutermost ? 0 : 1;
                _tokenMayBegin = true;
                return 1;
            case ')':
                return CloseParenthesis();
            case 'c' when begins && !IsOutermost && IsCase(text, i):
                return Lose("stands after a case inside $(…), whose end shells find differently: put the case outside");
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

        _tokenMayBegin = true;
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
            ? Lose("stands after quotes inside \"${…}\", which shells read differently: give the value to a variable of the shell first")
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

                // Behind a command a # begins a comment; behind $((…)) it is the middle of a word.
                _tokenMayBegin = isCommand;
                return 1;
            case ')':
                return 1;
            case '"':
                return Enter(ShellFrameKind.DoubleQuotes, 1);
            case '\'' or '\n':
            case '#' when i == 0 || !char.IsAsciiDigit(text[i - 1]):
            case 'c' when IsCase(text, i):
                return Lose("stands after (( that may be no arithmetic: write ( ( for a subshell");
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
            ? Lose("stands after a comment inside $(…) that has quotes or parentheses, which shells read differently: take them out")
            : 1;
    }

    private int StepBackquotes(string text, int i)
    {
        var end = i;
        while (end < text.Length && text[end] != '`')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        _afterBackslash = end > text.Length;
        end = Math.Min(end, text.Length);
        Top.Inner?.Read(Decode(text[i..end]));
        return end < text.Length && _lost is null ? LeaveBackquotes() + end - i : end - i;
    }

    private int LeaveBackquotes()
    {
        if (Top.Inner is { } inner && (inner._lost is not null || !inner.IsOutermost))
        {
            return Lose("stands after backquotes whose end shells find differently: write $(…)");
        }

        Top.Inner?.EndCommands();
        return Leave(1);
    }

    /// <summary>What is the same in commands, in double quotes and in expansions: backslashes, dollars and backquotes.</summary>
    private int StepExpansion(string text, int i)
    {
        switch (text[i])
        {
            case '\\':
                _afterBackslash = i + 1 == text.Length;
                return Math.Min(2, text.Length - i);
            case '`':
                var inner = Top.Kind == ShellFrameKind.Commands ? new ShellPosition(outline, evaluation) : null;
                _frames.Push(new ShellFrame(ShellFrameKind.Backquotes) { Inner = inner });
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
                _afterDollar = true;
                return 1;
            case '$':
                return 2;
            case '(':
                return HasAt(text, i, "$((") ? Enter(ShellFrameKind.Arithmetic, 3, depth: 2) : EnterSubstitution();
            case '{' when i + 2 < text.Length && text[i + 2] is ' ' or '\t' or '\n' or '|':
            case '[':
            case '\'' when !IsInDoubleQuotes:
                return Lose($"stands after ${text[i + 1]}, which shells read differently: write it another way");
            case '{':
                return Enter(ShellFrameKind.Parameter, 2);
            default:
                return 1;
        }
    }

    private int EnterSubstitution()
    {
        _tokenMayBegin = true;
        return Enter(ShellFrameKind.Commands, 2, depth: 1, new ShellCommand(evaluation));
    }

    private int Enter(ShellFrameKind kind, int length, int depth = 0, ShellCommand? command = null)
    {
        _frames.Push(new ShellFrame(kind) { Depth = depth, Command = command });
        return length;
    }

    private int Leave(int length)
    {
        _frames.Pop();
        _tokenMayBegin = false;
        return length;
    }

    private int Lose(string reason)
    {
        _lost = reason;
        return 1;
    }
}
