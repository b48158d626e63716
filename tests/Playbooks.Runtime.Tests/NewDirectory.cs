using System.Diagnostics;

namespace Playbooks.Runtime.Tests;

/// <summary>Directories in one where others may make some, too, such as <c>/tmp</c>.</summary>
internal static class NewDirectory
{
    /// <summary>Makes one that is not there yet, by a program: .NET would take one that somebody else has made.</summary>
    /// <param name="path">Where. Nobody can guess its name.</param>
    /// <param name="mode">Who may use it.</param>
    internal static string Make(string path, string mode = "700")
    {
        using var mkdir = Process.Start("mkdir", ["-m", mode, path]);
        mkdir.WaitForExit();
        Assert.Equal(0, mkdir.ExitCode);
        return path;
    }
}
