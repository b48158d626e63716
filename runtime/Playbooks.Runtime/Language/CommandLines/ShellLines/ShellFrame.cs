namespace Playbooks;

/// <summary>One level of the constructs that enclose a place in a shell line.</summary>
internal sealed class ShellFrame(ShellFrameKind kind)
{
    internal ShellFrameKind Kind { get; } = kind;

    /// <summary>The number of characters before it.</summary>
    internal int Start { get; init; }

    /// <summary>The open parentheses; 0 in the outermost commands, which no parenthesis ends.</summary>
    internal int Depth { get; set; }

    /// <summary>In arithmetic: whether it is a command, as <c>((…))</c> is, and not an expansion.</summary>
    internal bool IsCommand { get; init; }

    /// <summary>In commands: the command that is being read.</summary>
    internal ShellCommand? Command { get; init; }

    /// <summary>In backquotes: the reader of the line that their text becomes after its backslashes are removed.</summary>
    internal ShellPosition? Inner { get; init; }

    /// <summary>In backquotes: whether they are inside other quotes, where no value can be quoted.</summary>
    internal bool IsQuoted { get; init; }
}
