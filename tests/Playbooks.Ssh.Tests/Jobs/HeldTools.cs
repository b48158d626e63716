using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>
/// Stand-ins for all tools that the scripts of jobs call on a host. They do what the tools do, and number their calls from the
/// moment when they are armed until one is held, so that the world can break while whoever called is at that very step.
/// </summary>
internal sealed class HeldTools : IDisposable
{
    private static readonly string[] _tools =
        ["mkdir", "mkfifo", "setsid", "cat", "mv", "date", "sleep", "ln", "readlink", "id", "rm", "grep", "tr", "sed"];

    private readonly Lab _lab;
    private readonly string _host;
    private readonly string _calls;

    internal HeldTools(Lab lab, string host)
    {
        _lab = lab;
        _host = host;
        _calls = lab.InHome(host, "calls");
        foreach (var tool in _tools)
        {
            // A call claims the next number by making its directory.
            Executable.Put(Path.Combine(lab.Bin(host), tool), $$"""
                calls=~/calls
                if [ -d "$calls" ] && ! [ -e "$calls/held" ]; then
                    number=1
                    until /bin/mkdir "$calls/$number" 2>/dev/null || ! [ -d "$calls" ]; do number=$((number + 1)); done
                    echo {{tool}} >"$calls/$number/tool"
                    if [ -e "$calls/hold-$number" ]; then
                        : >"$calls/held"
                        until [ -e "$calls/go" ] || ! [ -d "$calls" ]; do /bin/sleep 0.02; done
                    fi
                fi 2>/dev/null
                exec /usr/bin/{{tool}} "$@"
                """);
        }
    }

    /// <summary>Whether the call that is to be held has come.</summary>
    internal bool IsHeld => File.Exists(Path.Combine(_calls, "held"));

    /// <summary>The tools that were called since it was armed, in order.</summary>
    internal IReadOnlyList<string> Calls =>
        [
            .. Enumerable.Range(1, 1000)
                .Select(number => Path.Combine(_calls, $"{number}", "tool"))
                .TakeWhile(File.Exists)
                .Select(file => File.ReadAllText(file).Trim())
        ];

    /// <summary>Numbers calls from now on, and holds one.</summary>
    internal void Arm(int? held)
    {
        Disarm();
        var calls = Directory.CreateTempSubdirectory("playbooks-calls.").FullName;
        if (held is { } number)
        {
            File.WriteAllText(Path.Combine(calls, $"hold-{number}"), "");
        }

        Directory.Move(calls, _calls);
    }

    /// <summary>Lets the call that is held go on.</summary>
    internal void Go() => File.WriteAllText(Path.Combine(_calls, "go"), "");

    public void Dispose()
    {
        Disarm();
        foreach (var tool in _tools)
        {
            File.Delete(Path.Combine(_lab.Bin(_host), tool));
        }
    }

    private void Disarm()
    {
        if (Directory.Exists(_calls))
        {
            Directory.Delete(_calls, recursive: true);
        }
    }
}
