namespace Playbooks;

/// <summary>The functions of the shell that run <c>apt-get</c>.</summary>
internal static class AptScript
{
    /// <summary>What the script prints when the lists of packages were fetched.</summary>
    internal const string Fetched = "playbooks: the lists of packages were fetched";

    /// <summary>
    /// <c>get ARGUMENTS</c> and <c>update</c> run <c>apt-get</c>, wait while somebody else holds one of the locks that it or <c>dpkg</c> takes,
    /// and end the script where it fails; <c>without HOW PACKAGES</c> removes those of the packages that it knows; <c>fresh MINUTES</c> says
    /// whether the lists are that young. They know <c>$lock</c>, the longest wait in seconds, and <c>$simulate</c>.
    /// </summary>
    internal static string Functions => ShellFile.Text("apt");
}
