using System.Diagnostics;

namespace Playbooks;

/// <summary>Programs that a test puts on the disk.</summary>
internal static class Executable
{
    /// <summary>
    /// Writes a script for <c>/bin/sh</c> by another process. A process that this one starts meanwhile has for a moment all files that
    /// are open here, and a file that somebody may still write does not run: the shell would look for the next of that name.
    /// </summary>
    internal static void Put(string path, string script)
    {
        using var writer = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "cat >\"$0\" && chmod 700 \"$0\"", path]) { RedirectStandardInput = true })!;
        writer.StandardInput.Write($"#!/bin/sh\n{script}\n");
        writer.StandardInput.Close();
        writer.WaitForExit();
        Assert.Equal(0, writer.ExitCode);
    }
}
