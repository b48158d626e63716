namespace Playbooks;

/// <summary>What encloses a place in a shell's line.</summary>
internal enum ShellFrameKind
{
    /// <summary>Commands: outside of all quotes, also inside <c>$(…)</c>.</summary>
    Commands,

    /// <summary><c>'…'</c>.</summary>
    SingleQuotes,

    /// <summary><c>"…"</c>.</summary>
    DoubleQuotes,

    /// <summary><c>${…}</c>.</summary>
    Parameter,

    /// <summary><c>$((…))</c> and <c>((…))</c>.</summary>
    Arithmetic,

    /// <summary><c># …</c> to the end of the line.</summary>
    Comment,

    /// <summary><c>`…`</c>.</summary>
    Backquotes,
}
