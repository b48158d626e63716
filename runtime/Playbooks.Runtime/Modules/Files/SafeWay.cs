namespace Playbooks;

/// <summary>
/// Shell functions that change to a directory without following links that other users may have put into the path. They need <see cref="StatScript.Saying"/>.
/// </summary>
/// <remarks>
/// The rules are those of systemd-tmpfiles and of OpenSSH: links of other users are not followed, and a path may not lead from the directory of one ordinary
/// user to a file of another. Files of the task's own user are safe. Afterwards, the shell is in the directory, so that renaming a directory above it cannot
/// redirect the script.
/// </remarks>
internal static class SafeWay
{
    /// <summary><c>enter DIRECTORY</c> changes to a directory, or fails with a message. It returns 1 if the directory does not exist.</summary>
    internal static string Enter => ShellFile.Text("walk");

    /// <summary>
    /// <c>go PATH [-L]</c> changes to the directory that contains a file, and sets <c>$at</c> to the file's name. With <c>-L</c>, or with a slash at the end of
    /// the path, a link is followed first. The function returns 1 if the directory does not exist, or if the slash follows a file that is not a directory. It
    /// fails with a message if the path is not safe. A path without links needs no process. A link below <c>/proc</c> is not followed, because its target
    /// depends on the process that reads it; if it should be followed, <c>$how</c> is <c>-L</c>.
    /// </summary>
    internal static string Look => Enter + Go;

    /// <summary>
    /// The functions that <see cref="Look"/> has in addition to <see cref="Enter"/>. A relative path starts at the directory in which the shell is when it
    /// reads these functions.
    /// </summary>
    internal static string Go => ShellFile.Text("go");

    /// <summary>
    /// <c>way DIRECTORY</c>, which must be an absolute path, changes to a directory and sets <c>$PWD</c>, or fails with a message. It returns 1 if the
    /// directory does not exist. <c>$theirs</c> is set if another user can replace files there. <c>$other</c> is the number of the directory's owner, unless
    /// the owner is root or the task's user. <c>$open</c> is set if every user can create files there, as in <c>/tmp</c>. The function runs one <c>ls</c>, and
    /// two programs for each link. <c>follow PATH MOST</c> sets <c>$t</c> to the target of a link, over at most that number of links.
    /// </summary>
    internal static string Functions => ShellFile.Text("walk", "way");
}
