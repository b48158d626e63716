namespace Playbooks;

/// <summary>
/// The functions of the shell that go to a directory without following what others may have put on the way. They need <see cref="StatScript.Saying"/>.
/// </summary>
/// <remarks>
/// The rules are those of systemd-tmpfiles and of OpenSSH: no link that another user owns is followed, and no way leads from one ordinary user's
/// directory to something of another user's; what belongs to the task's own user is safe. The shell is in the directory afterwards, so that whoever renames
/// what is above it leads nothing astray.
/// </remarks>
internal static class SafeWay
{
    /// <summary><c>enter DIRECTORY</c> goes there, or fails with a message; it returns 1 where there is no such directory.</summary>
    internal static string Enter => ShellFile.Text("walk");

    /// <summary>
    /// <c>go PATH [-L]</c> goes to the directory of what a path names, and with <c>-L</c>, or a slash at its end, to that of what a link there leads
    /// to; <c>$at</c> is the name in it. It returns 1 where there is no such directory, or where the slash stands behind what is none, and fails with a
    /// message where the way is not safe. Where no link is on the way, it costs no process. What the kernel makes up, below <c>/proc</c>, is taken as it
    /// is: there a link depends on who reads it. It is not followed, and <c>$how</c> is <c>-L</c> where it is to be.
    /// </summary>
    internal static string Look => Enter + Go;

    /// <summary>What <see cref="Look"/> has besides <see cref="Enter"/>. A relative path begins where the shell is when it reads this.</summary>
    internal static string Go => ShellFile.Text("go");

    /// <summary>
    /// <c>way DIRECTORY</c>, which must be a whole path, goes there, to <c>$PWD</c>, or fails with a message; it returns 1 where there is no such directory.
    /// <c>$theirs</c> is set where somebody else may put another file in the place of one there. <c>$other</c> is the number of the user whom that
    /// directory belongs to, where that is neither root nor the task's user; <c>$open</c> is set where everybody may put files there, as into
    /// <c>/tmp</c>. It costs one <c>ls</c>, and two programs for each link.
    /// <c>follow PATH MOST</c> sets <c>$t</c> to what a link leads to, over as many links at most.
    /// </summary>
    internal static string Functions => ShellFile.Text("walk", "way");
}
