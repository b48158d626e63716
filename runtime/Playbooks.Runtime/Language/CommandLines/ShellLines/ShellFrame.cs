namespace Playbooks;

/// <summary>One level of what encloses a place in a shell's line.</summary>
internal sealed class ShellFrame(ShellFrameKind kind)
{
    internal ShellFrameKind Kind { get; } = kind;

    /// <summary>How many characters stand before it.</summary>
    internal int Start { get; init; }

    /// <summary>The open parentheses; 0 in the outermost commands, which no parenthesis ends.</summary>
    internal int Depth { get; set; }

    /// <summary>In arithmetic: whether it is a command of its own.</summary>
    internal bool IsCommand { get; init; }

    /// <summary>In commands: the one that is being read.</summary>
    internal ShellCommand? Command { get; init; }

    /// <summary>Inside of backquotes: the position in the line that their text, with its backslashes undone, is.</summary>
    internal ShellPosition? Inner { get; init; }

    /// <summary>Inside of backquotes: whether they stand inside other quotes, where nothing can be quoted.</summary>
    internal bool IsQuoted { get; init; }
}
