using System.Diagnostics;

namespace Playbooks.Connections;

/// <summary>Checks files that contain secrets. As <c>ssh</c> does, we reject a file of our own user that other users can access.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>
    /// Returns what to do about a file that is rejected; <see langword="null"/> if the file is accepted. Pipes and files of other users are accepted.
    /// </summary>
    /// <exception cref="IOException">The file cannot be examined.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not examine the file.</exception>
    internal static string? Objection(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != UnixFileMode.None && IsOurOwn(path)
            ? $"other users can access the file. Run chmod 600 {ShellText.QuoteIfNeeded(path)}"
            : null;

    private static bool IsOurOwn(string path)
    {
        using var test = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "[ -f \"$1\" ] && [ -O \"$1\" ]", "test", path]))!;
        test.WaitForExit();
        return test.ExitCode == 0;
    }
}
