using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>Files of a host's home, seen from this machine.</summary>
internal static class HostFiles
{
    internal static string InHome(this Lab lab, string host, params string[] path) => Path.Combine([lab.Home(host), .. path]);

    /// <summary>The lines of a file; none if there is no file.</summary>
    internal static IReadOnlyList<string> Lines(this Lab lab, string host, string file) =>
        File.Exists(lab.InHome(host, file)) ? File.ReadAllLines(lab.InHome(host, file)) : [];

    /// <summary>The ids of the jobs whose directories are there.</summary>
    internal static IReadOnlyList<string?> JobIds(this Lab lab, string host) =>
        Directory.Exists(lab.InHome(host, ".playbooks_async"))
            ? [.. Directory.GetDirectories(lab.InHome(host, ".playbooks_async")).Select(Path.GetFileName)]
            : [];
}
