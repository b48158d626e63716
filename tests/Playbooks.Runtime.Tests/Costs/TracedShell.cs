namespace Playbooks.Runtime.Tests.Costs;

/// <summary>A dash that strace watches, with all processes that come of it. Debian's packages have both.</summary>
internal sealed class TracedShell : IDisposable
{
    // All that the scripts may use. There is no systemd-run: where systemd is there, a job has processes more.
    private static readonly string[] _tools =
    [
        "cat", "chmod", "cut", "date", "dd", "grep", "id", "ln", "ls", "mkdir", "mkfifo", "mv", "ps", "readlink", "rm", "rmdir", "sed", "setsid",
        "sha256sum", "sleep", "stat", "tail", "tr", "true", "uname", "wc",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("playbooks-traced-").FullName;

    internal TracedShell()
    {
        var bin = Directory.CreateDirectory(Path.Join(_folder, "bin")).FullName;
        foreach (var tool in _tools)
        {
            File.CreateSymbolicLink(Path.Join(bin, tool), $"/usr/bin/{tool}");
        }

        File.CreateSymbolicLink(Path.Join(bin, "sh"), "/bin/dash");

        // What is counted is the shell's doing: strace itself, and what starts it, are not in its own output.
        Command = $"env PATH={bin} /usr/bin/strace -f -qq -s 300 -e trace=fork,vfork,clone,clone3,execve -o {_folder}/trace.$$ /bin/dash";
    }

    /// <summary>What starts it.</summary>
    internal string Command { get; }

    /// <summary>The processes that its shells have started. A process goes on when strace has written of it: all that has answered is there.</summary>
    internal IReadOnlyList<string> Started() =>
        [.. Directory.GetFiles(_folder, "trace.*").SelectMany(file => new Trace(File.ReadLines(file)).Started).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
