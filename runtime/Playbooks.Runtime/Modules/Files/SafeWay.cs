namespace Playbooks;

/// <summary>The functions of the shell that go to a directory without following what others may have put on the way. They need those of <see cref="StatScript"/>.</summary>
/// <remarks>
/// The rules are those of systemd-tmpfiles and of OpenSSH: no link that another user owns is followed, and no way leads from one ordinary user's
/// directory to something of another user's; what belongs to the task's own user is safe. The shell is in the directory afterwards, so that whoever renames
/// what is above it leads nothing astray.
/// </remarks>
internal static class SafeWay
{
    /// <summary>
    /// <c>way DIRECTORY</c>, which must be a whole path, goes there, to <c>$PWD</c>, or fails with a message; it returns 1 where there is no such
    /// directory. <c>$theirs</c> is set where somebody else may put another file in the place of one there. <c>$other</c> is the number of the user whom that directory belongs to, where
    /// that is neither root nor the task's user; <c>$open</c> is set where everybody may put files there, as into <c>/tmp</c>. Where no link is on the way, it costs one <c>ls</c>. <c>follow PATH MOST</c> sets <c>$t</c> to what a link leads to,
    /// over as many links at most. What the kernel makes up, below <c>/proc</c>, is taken as it is: there a link depends on who reads it.
    /// </summary>
    internal static string Functions => ShellFile.Text("way");
}
