using System.Diagnostics;

namespace Playbooks.Connections;

/// <summary>A file that holds a secret: like <c>ssh</c>, we take none of our own that others can use.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>
    /// Says what to do about a file that cannot be taken; <see langword="null"/> where it can. A pipe can, and what belongs to somebody else.
    /// </summary>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be looked at.</exception>
    internal static string? Objection(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != UnixFileMode.None && IsOurOwn(path)
            ? $"others can use it too: run chmod 600 {ShellText.QuoteIfNeeded(path)}"
            : null;

    private static bool IsOurOwn(string path)
    {
        using var test = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "[ -f \"$1\" ] && [ -O \"$1\" ]", "test", path]))!;
        test.WaitForExit();
        return test.ExitCode == 0;
    }
}
