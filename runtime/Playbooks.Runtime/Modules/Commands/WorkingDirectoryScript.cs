namespace Playbooks;

/// <summary>The script that enters the working directory of a command, without following what other users may have put on the way.</summary>
/// <remarks>The rules are those of <see cref="SafeWay"/>: a command of root must not run where the owner of a link has sent it.</remarks>
internal static class WorkingDirectoryScript
{
    /// <summary>
    /// Enters the directory, or fails with a message. A directory without links on the way costs no process; any other costs one, and a <c>readlink</c>
    /// for each link. The command gets nothing of it but <c>PWD</c>, which is where the directory really is.
    /// </summary>
    /// <param name="directory">The directory; relative to the home of the task's user.</param>
    internal static string Enter(string directory) =>
        $$"""
        {{Whole(directory)}}
        playbooks_way() {
        {{StatScript.Saying}}{{SafeWay.Enter}}{{ShellFile.Text("work-way")}}
        }
        {{ShellFile.Text("work-in")}}

        """;

    /// <summary>Enters the directory, or runs a command where it is not there. It needs <see cref="SafeWay.Enter"/>.</summary>
    /// <param name="directory">The directory; relative to the home of the task's user.</param>
    /// <param name="otherwise">The command.</param>
    internal static string EnterOr(string directory, string otherwise) => $"{Whole(directory)}; enter \"$1\" || {otherwise}\n";

    // Sets $1. A path that begins with ~ is whole, too.
    private static string Whole(string directory)
    {
        var path = ShellText.Path(directory);
        return path[0] == '~' || directory[0] == '/' ? $"set -- {path}" : $"CDPATH= cd -P . 2>/dev/null; set -- \"${{PWD%/}}/\"{path}";
    }
}
