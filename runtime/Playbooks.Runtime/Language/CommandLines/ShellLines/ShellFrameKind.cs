namespace Playbooks;

/// <summary>A construct that encloses a place in a shell line.</summary>
internal enum ShellFrameKind
{
    /// <summary>Commands: text outside of all quotes, or text inside <c>$(…)</c>.</summary>
    Commands,

    /// <summary><c>'…'</c>.</summary>
    SingleQuotes,

    /// <summary><c>"…"</c>.</summary>
    DoubleQuotes,

    /// <summary><c>${…}</c>.</summary>
    Parameter,

    /// <summary><c>$((…))</c> and <c>((…))</c>.</summary>
    Arithmetic,

    /// <summary>A comment: from <c>#</c> to the end of the line.</summary>
    Comment,

    /// <summary><c>`…`</c>.</summary>
    Backquotes,
}
