namespace Playbooks.TestRun;

/// <summary>The logs of the hosts of labs, which go with their labs.</summary>
internal static class LabLogs
{
    /// <summary>Copies those of every lab in a folder, and says whether there were any.</summary>
    internal static bool Keep(string temporary, string target)
    {
        var logs = (
            from lab in Directory.EnumerateDirectories(temporary, "playbooks-lab.*")
            let hosts = Path.Combine(lab, "hosts")
            where Directory.Exists(hosts)
            from host in Directory.EnumerateDirectories(hosts)
            let log = Path.Combine(host, "log")
            where File.Exists(log)
            select (From: log, To: Path.Combine(target, Path.GetFileName(lab), $"{Path.GetFileName(host)}.log"))).ToList();
        foreach (var (from, to) in logs)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to, overwrite: true);
        }

        return logs.Count > 0;
    }
}
