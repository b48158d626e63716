namespace Playbooks;

/// <summary>The shell functions that run <c>apt-get</c>.</summary>
internal static class AptScript
{
    /// <summary>The line that the script prints after it has downloaded the package lists.</summary>
    internal const string Fetched = "playbooks: the lists of packages were fetched";

    /// <summary>
    /// <c>get ARGUMENTS</c> and <c>update</c> run <c>apt-get</c>, wait while another process holds a lock of <c>apt-get</c> or <c>dpkg</c>, and end the script
    /// if <c>apt-get</c> fails. <c>without HOW PACKAGES</c> removes the packages that <c>apt-get</c> knows. <c>fresh MINUTES</c> succeeds if the package lists
    /// are not older than that. The functions read <c>$lock</c>, the longest wait in seconds, and <c>$simulate</c>.
    /// </summary>
    internal static string Functions => ShellFile.Text("apt");
}
