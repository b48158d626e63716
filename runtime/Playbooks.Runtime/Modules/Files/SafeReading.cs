using System.Globalization;

namespace Playbooks;

/// <summary>Shell functions that read a file which another user can replace at any moment. They need the functions of <see cref="StatScript"/>.</summary>
internal static class SafeReading
{
    /// <summary>
    /// <c>reading FILE COMMAND…</c> runs a command with a file as its input. If <c>$theirs</c> is set, it fails with a message unless the opened file is a
    /// regular file. It also fails if opening takes more than 5 s, because a FIFO would wait for a writer; this needs a <c>sleep</c>. <c>same FILE</c>, in such
    /// a command, fails unless its input is the file at that real path, and not the target of a link there. On a host without <c>/proc</c>, this cannot be
    /// checked.
    /// </summary>
    internal static string Functions => ShellFile.Text("reading");

    /// <summary>
    /// <see cref="Functions"/>, with <c>$theirs</c> set, and <c>opened</c>: in such a command, this function fails unless its input is <c>$at</c> of
    /// <see cref="SafeWay.Look"/>, and not the target of a link there.
    /// </summary>
    internal static string Looking => ShellFile.Text("reading", "opened");

    /// <summary>Returns the script that prints a file, or its beginning.</summary>
    /// <param name="path">The real path of the file.</param>
    /// <param name="isTheirs">Whether another user can replace the file.</param>
    /// <param name="most">How many bytes to print, if the host has <c>head</c>; 0 prints all.</param>
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
