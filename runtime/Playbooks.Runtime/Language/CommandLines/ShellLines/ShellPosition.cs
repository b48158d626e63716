using System.Text;

namespace Playbooks;

/// <summary>
/// Follows a shell line as far as needed to know how a hole must be quoted at its place. If shells differ, or no value can be quoted there, it rejects
/// the hole and does not guess.
/// </summary>
/// <param name="evaluation">Collects the text that shells evaluate, and the rejected holes.</param>
internal sealed class ShellPosition(ShellEvaluation evaluation)
{
    private const string NotAlone =
        "is a sequence inside quotes or beside other text, but each item must be an argument of its own: " +
        "write blanks and no quotes around the sequence; to add text to each item, use the method Select";

    private readonly ShellSteps _steps = new(evaluation);
    private readonly StringBuilder _read = new();
    private string _sequence = "";

    /// <summary>Whether no quote or other construct is open.</summary>
    internal bool IsComplete => _steps.Lost is null && _steps.IsOutermost;

    /// <summary>The holes and variables that its commands have printed.</summary>
    internal string Printed => Command.Printed;

    /// <summary>The command whose word is being read.</summary>
    private ShellCommand Command => _steps.Frames.First(frame => frame.Command is not null).Command!;

    /// <summary>The <c>${…}</c> or <c>((…))</c> around the place. The command receives the whole of it at its end.</summary>
    private ShellFrame? Expansion => _steps.Frames
        .TakeWhile(frame => frame.Kind is not (ShellFrameKind.Commands or ShellFrameKind.Backquotes))
        .FirstOrDefault(frame => frame.Kind is ShellFrameKind.Parameter or ShellFrameKind.Arithmetic);

    /// <summary>Reads text.</summary>
    internal void Read(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (text[0] is not (' ' or '\t' or '\n' or ';' or '&' or '|' or '<' or '>' or '(' or ')' or '`'))
        {
            evaluation.Refuse(_sequence, NotAlone);
        }

        _sequence = "";
        _steps.IsAfterBackslash = _steps.IsAfterDollar = false;
        var plain = ShellEvaluation.Plain(text);
        for (var i = 0; i < plain.Length;)
        {
            var (frame, depth) = (_steps.Top, _steps.Frames.Count);
            var length = _steps.Lost is null ? Math.Min(_steps.Step(plain, i), plain.Length - i) : 0;
            if (_steps.Lost is not null)
            {
                ShellUnread.Judge(plain.Substring(i), Expansion is not null, evaluation);
                return;
            }

            var part = plain.Substring(i, length);
            Append(part);
            Note(frame, _steps.Frames.Count - depth, part);
            i += length;
        }
    }

    /// <summary>Reads a hole.</summary>
    /// <param name="hole">The hole.</param>
    /// <param name="mark">The mark that replaces the hole in texts.</param>
    internal ShellQuoting Take(ShellHole hole, char mark)
    {
        if ((_steps.Lost ?? evaluation.Lost ?? Refusal(hole)) is { } reason)
        {
            evaluation.Refuse(mark.ToString(), reason);
        }

        // mksh reads a subscript literally up to its bracket, even inside quotes or a substitution, and ends it at a new line.
        if (!hole.IsNumber && _steps.Frames.Any(frame => frame.Command is { IsSubscript: true }))
        {
            evaluation.Refuse(mark.ToString(), ShellCommand.Subscript);
        }

        var top = _steps.Top;
        if (top.Inner is { } inner)
        {
            var quoting = inner.Take(hole, mark);
            return quoting with { Backquotes = quoting.Backquotes + 1 };
        }

        var text = hole.IsNumber ? "0" : mark.ToString();
        Append(text);
        if (Expansion is null && top.Kind != ShellFrameKind.Comment)
        {
            Command.TakeHole(text);
        }

        if (top.Kind == ShellFrameKind.Commands)
        {
            TakeToken(hole, text);
        }

        return new(top.Kind, 0);
    }

    /// <summary>Ends the line.</summary>
    internal void End()
    {
        foreach (var frame in _steps.Frames)
        {
            frame.Command?.End();
            frame.Inner?.End();
            if (frame.Kind is ShellFrameKind.Arithmetic or ShellFrameKind.Parameter)
            {
                ShellUnread.Judge(_read.ToString(frame.Start, _read.Length - frame.Start), isArithmetic: true, evaluation);
            }
        }
    }

    private void TakeToken(ShellHole hole, string text)
    {
        if (_sequence.Length > 0 || (hole.IsSequence && !_steps.TokenMayBegin))
        {
            evaluation.Refuse(_sequence + text, NotAlone);
        }

        _steps.TokenMayBegin = false;
        _sequence = hole.IsSequence ? text : "";
    }

    private void Append(string text)
    {
        _read.Append(text);
        _steps.Length = _read.Length;
    }

    /// <summary>Passes the text that was read in a frame to the command. The text opened another frame (1), or closed this one (-1).</summary>
    private void Note(ShellFrame frame, int opened, string text)
    {
        var whole = opened < 0 ? _read.ToString(frame.Start, _read.Length - frame.Start) : "";
        switch (frame.Kind)
        {
            case ShellFrameKind.Arithmetic when opened < 0:
                evaluation.Evaluate(whole, "is inside `((…))`, where shells can execute code that the value contains: pass a whole number");
                TakeExpansion(frame.IsCommand ? "" : "0");
                break;
            case ShellFrameKind.Parameter when opened < 0:
                ShellParameter.Judge(whole, evaluation);
                TakeExpansion(whole);
                break;
            case ShellFrameKind.Commands when opened < 0:
                frame.Command!.End();
                TakeOutput(frame, frame.Command.Printed);
                break;
            case ShellFrameKind.Backquotes when opened < 0:
                TakeOutput(frame, frame.Inner!.Printed);
                break;
            case ShellFrameKind.Commands when opened == 0 && text.Length == 1:
                frame.Command!.Take(text[0]);
                break;
            case ShellFrameKind.Commands when opened == 0 && text != "\\\n":
                frame.Command!.TakeText(text[0] == '\\' ? text.Substring(1) : text);
                break;
            case ShellFrameKind.Commands or ShellFrameKind.SingleQuotes or ShellFrameKind.DoubleQuotes
                when opened > 0 && _steps.Top is { Kind: not ShellFrameKind.Comment, IsCommand: false }:
                BeginWord();
                break;
            case ShellFrameKind.SingleQuotes or ShellFrameKind.DoubleQuotes when opened == 0:
                TakeExpansion(text);
                break;
        }
    }

    /// <summary>Replaces a command substitution by the output of its commands.</summary>
    private void TakeOutput(ShellFrame frame, string printed)
    {
        var output = $"$({printed})";
        _read.Length = frame.Start;
        Append(output);
        TakeExpansion(output);
    }

    private void TakeExpansion(string text)
    {
        if (Expansion is null && text.Length > 0)
        {
            Command.TakeText(text);
        }
    }

    /// <summary>Begins a word in the command around the construct that was opened.</summary>
    private void BeginWord() => _steps.Frames.Skip(1)
        .FirstOrDefault(frame => frame.Kind is not (ShellFrameKind.SingleQuotes or ShellFrameKind.DoubleQuotes))?.Command?.TakeText("");

    private string? Refusal(ShellHole hole) => _steps.Top.Kind switch
    {
        _ when _steps.IsAfterBackslash => "is directly after a backslash: write two backslashes to get one",
        _ when _steps.IsAfterDollar => "is directly after a `$`: remove the `$` if you want only the value, or write `'$'` for a dollar sign",
        ShellFrameKind.Backquotes when _steps.Top.IsQuoted =>
            "is inside backquotes inside other quotes, which shells read in different ways: write `$(…)` instead of the backquotes",
        ShellFrameKind.SingleQuotes or ShellFrameKind.DoubleQuotes when hole.IsSequence => NotAlone,
        _ => Expansion?.Kind switch
        {
            ShellFrameKind.Parameter => "is inside `${…}`, where no value can be quoted: assign the value to a shell variable first",
            ShellFrameKind.Arithmetic when !hole.IsNumber =>
                "is inside `((…))`, where only whole numbers are allowed: pass a whole number, or write `( (` for a subshell",
            _ => null,
        },
    };
}
