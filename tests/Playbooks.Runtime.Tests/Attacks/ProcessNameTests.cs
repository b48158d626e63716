using System.Diagnostics;
using Playbooks.Connections.Shells;
using Playbooks.Jobs;
using Playbooks.Runtime.Tests.Connections;
using Playbooks.Runtime.Tests.Jobs;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>
/// Processes of others whose names read as lines about a third one get nobody ended. A name has 15 bytes, any but NUL; the attacker has number 1234.
/// </summary>
[Needs("process")]
public sealed class ProcessNameTests : IDisposable
{
    private readonly Process _victim = Process.Start("sleep", "938");
    private readonly List<Process> _attackers = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var process in _attackers.Append(_victim))
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_script_that_is_ended_takes_nobody_along(string shell)
    {
        using var parent = Process.Start("/bin/dash", ["-c", "sleep 937 & wait"]);
        await using var host = Shells.Connect(shell);
        await EventuallyAsync(() => Processes.ChildrenOf(parent.Id).Count == 1);
        var below = Processes.ChildrenOf(parent.Id)[0];
        await AttackAsync(parent.Id);

        await host.RunAsync(KillTree.Script(parent.Id, TimeSpan.Zero, KillTree.Grace), Token);

        Assert.False(Processes.Runs(below));
        Assert.True(Processes.Runs(_victim.Id));
        Assert.All(_attackers, process => Assert.True(Processes.Runs(process.Id)));
        await parent.WaitForExitAsync(Token);
    }

    /// <summary>Nor does it end those of others that say in their environment that they are its own, or wait for them.</summary>
    [Theory]
    [EachShell(AsPath = true)]
    public async Task Neither_does_a_job(string shell)
    {
        var directory = Directory.CreateTempSubdirectory("playbooks-names-");
        await using var connection = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), connection, directory.FullName, TimeProvider.System);
        var id = $"names-{directory.Name[^6..]}";
        var job = await jobs.StartAsync(
            new JobSpec(id, "exec sleep 936", TimeSpan.FromSeconds(60)) { Grace = TimeSpan.FromSeconds(1), Playbook = "p", Task = "t", Run = "r" }, Token);
        await EventuallyAsync(() => Processes.Marked(id).Count == 1);
        await AttackAsync(Processes.Marked(id)[0], $"PLAYBOOKS_JOB={id}");

        var end = await jobs.CancelAsync(job, TimeSpan.FromSeconds(1), Token);

        Assert.Equal(JobState.Cancelled, end.State);
        Assert.True(Processes.Runs(_victim.Id));
        Assert.All(_attackers, process => Assert.True(Processes.Runs(process.Id)));
        var theirs = _attackers.SelectMany(process => Processes.ChildrenOf(process.Id).Append(process.Id)).ToList();
        await EventuallyAsync(() => !Processes.Of(id).Except(theirs).Any());
        directory.Delete(recursive: true);
    }

    /// <summary>Starts processes that say of the victim, each in another way, that it is the child of a process.</summary>
    private async Task AttackAsync(int parent, params string[] environment)
    {
        string[] names =
        [
            $"\n{_victim.Id} (", $")  1\t{_victim.Id}\t{parent}\n", $"\n{_victim.Id} (x) S {parent}", $") S {parent} 1 1 (", $"{_victim.Id}:{parent}:1\n",
            "x) Z 1 1 1", ") S"
        ];
        foreach (var name in names)
        {
            const string Script = "printf %s \"$1\" >/proc/self/comm; sleep 935 & wait";
            _attackers.Add(Process.Start(
                "setpriv", ["--reuid", "1234", "--regid", "1234", "--clear-groups", "env", .. environment, "/bin/dash", "-c", Script, "sh", name]));
        }

        await EventuallyAsync(() => _attackers.TakeLast(names.Length).All(process => Processes.ChildrenOf(process.Id).Count == 1));
    }

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "It did not come about.");
            await Task.Delay(20, Token);
        }
    }
}
