namespace Playbooks;

/// <summary>The script that enters the working directory of a command, without following links that other users may have put into the path.</summary>
/// <remarks>The rules are those of <see cref="SafeWay"/>: a command of root must not run in a directory that the owner of a link has chosen.</remarks>
internal static class WorkingDirectoryScript
{
    /// <summary>
    /// Enters the directory, or fails with a message. A path without links needs no process; any other needs one, and a <c>readlink</c> for each link. Of the
    /// variables, the command only sees <c>PWD</c>, the real path of the directory.
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

    /// <summary>Enters the directory, or runs a command if the directory does not exist. The script needs <see cref="SafeWay.Enter"/>.</summary>
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
