using System.Globalization;

namespace Playbooks;

/// <summary>
/// The functions of the shell that read a file in whose place somebody else may put something else at any
/// moment. They need those of <see cref="StatScript"/>.
/// </summary>
internal static class SafeReading
{
    /// <summary>
    /// <c>reading FILE COMMAND…</c> runs a command with a file as its input. Where <c>$theirs</c> is set, it fails with a message unless what was opened is
    /// a regular file, and also where it is not open within 5 s: a FIFO waits for somebody who writes. That costs a <c>sleep</c>. <c>same FILE</c>, in such
    /// a command, fails unless its input is what that real path names, and not what a link there led to. Where a host has no <c>/proc</c>, nobody can tell.
    /// </summary>
    internal static string Functions => ShellFile.Text("reading");

    /// <summary>
    /// <see cref="Functions"/>, with <c>$theirs</c> set, and <c>opened</c>: in such a command it fails unless its input is <c>$at</c> of
    /// <see cref="SafeWay.Look"/>, and not what a link there led to.
    /// </summary>
    internal static string Looking => ShellFile.Text("reading", "opened");

    /// <summary>The script that prints a file, or its beginning.</summary>
    /// <param name="path">The file: its real path.</param>
    /// <param name="isTheirs">Whether somebody else may put another file in its place.</param>
    /// <param name="most">How much of it, where the host has <c>head</c>; 0 is all.</param>
    internal static string Script(string path, bool isTheirs, long most)
    {
        var quoted = ShellText.Path(path);
        var part = string.Create(CultureInfo.InvariantCulture, $"head -c {most}");
        return (isTheirs, most) switch
        {
            (false, 0) => $"cat {quoted}",
            (false, _) => $"if command -v head >/dev/null 2>&1; then {part} {quoted}; else cat {quoted}; fi",
            _ =>
                $$"""
                {{StatScript.Functions}}{{Functions}}
                theirs=yes; p={{quoted}}
                part() { same "$p"; {{(most == 0 ? "cat" : $"if command -v head >/dev/null 2>&1; then {part}; else cat; fi")}}; }
                reading "$p" part
                """,
        };
    }
}
