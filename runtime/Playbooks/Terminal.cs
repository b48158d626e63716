using System.ComponentModel;
using System.Diagnostics;

namespace Playbooks;

/// <summary>The terminal from which the program was started, even if its standard streams are redirected.</summary>
internal static class Terminal
{
    // The Console class reads standard input, which may be a pipe, and would slow down the start. The question is the script's only argument.
    private static readonly string _script = ShellFile.Read(typeof(Terminal).Assembly, "ask");

    /// <summary>Asks a question, and reads the answer without echo.</summary>
    /// <returns>The answer; <see langword="null"/> if there is no terminal.</returns>
    internal static string? Ask(string question)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", _script, "ask", question]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var shell = Process.Start(start)!;
            var answer = shell.StandardOutput.ReadToEnd();
            shell.WaitForExit();
            return shell.ExitCode == 0 ? answer : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
