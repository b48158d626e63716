using System.Diagnostics;
using Playbooks.Connections.Shells;
using Playbooks.Runtime.Tests.Jobs;

namespace Playbooks.Runtime.Tests.Connections;

/// <summary>Whom the ending of a script ends.</summary>
[Needs("process")]
public sealed class KillTreeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EachShell(AsPath = true)]
    public async Task All_below_a_shell_are_ended_and_not_the_shell(string shell)
    {
        using var parent = Parent("sleep 941 & (sleep 941; :) & wait; kill -STOP $$");
        await using var host = Shells.Connect(shell);
        await EventuallyAsync(() => Below(parent.Id).Count == 3);
        var below = Below(parent.Id);

        await host.RunAsync(KillTree.Script(parent.Id, TimeSpan.Zero, KillTree.Grace), Token);

        Assert.DoesNotContain(below, Processes.Runs);
        Assert.False(parent.HasExited);
        parent.Kill(entireProcessTree: true);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_process_younger_than_a_script_is_not_the_shell_that_runs_it(string shell)
    {
        using var parent = Parent("sleep 940; :");
        await using var host = Shells.Connect(shell);
        await EventuallyAsync(() => Below(parent.Id).Count == 1);
        var below = Below(parent.Id);

        await host.RunAsync(KillTree.Script(parent.Id, TimeSpan.FromDays(1000), KillTree.Grace), Token);

        Assert.All(below, child => Assert.True(Processes.Runs(child)));
        parent.Kill(entireProcessTree: true);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task Processes_of_an_earlier_script_in_the_session_keep_running(string shell)
    {
        var seconds = Processes.UniqueSeconds();
        using var parent = Process.Start("setsid", ["/bin/dash", "-c", $"(sleep {seconds}1 &); sleep {seconds}2; :"]);
        await using var host = Shells.Connect(shell);
        await EventuallyAsync(() => Processes.Sleeping(seconds).Count == 2);

        await host.RunAsync(KillTree.Script(parent.Id, TimeSpan.Zero, KillTree.Grace), Token);

        Assert.Equal([$"sleep\0{seconds}1\0"], Processes.Sleeping(seconds));
        Processes.Kill(Assert.Single(Processes.Having("cmdline", $"{seconds}1")));
        parent.Kill(entireProcessTree: true);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_process_whose_name_reads_as_anothers_entry_gets_nobody_else_ended(string shell)
    {
        using var victim = Process.Start("sleep", "300");
        using var parent = Parent($"/bin/dash -c 'printf \"\\n{victim.Id} (\" >/proc/self/comm; sleep 939; :' & wait; sleep 939");
        await using var host = Shells.Connect(shell);
        await EventuallyAsync(() => Below(parent.Id).Count == 2);

        await host.RunAsync(KillTree.Script(parent.Id, TimeSpan.Zero, KillTree.Grace), Token);

        Assert.False(victim.HasExited);
        victim.Kill();
        parent.Kill(entireProcessTree: true);
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task At_a_limit_who_does_not_end_by_itself_is_killed_within_a_second(string shell)
    {
        var ticks = Path.GetTempFileName();
        using var parent = Parent($"(trap 'echo told >>{ticks}' TERM; while :; do echo tick >>{ticks}; sleep 0.1; done) & wait");
        await using var host = Shells.Connect(shell);
        await EventuallyAsync(() => File.ReadAllText(ticks).Contains("tick", StringComparison.Ordinal));
        var below = Below(parent.Id);

        var outcome = await host.RunAsync(KillTree.Script(parent.Id, TimeSpan.Zero, KillTree.ShortGrace), Token);

        Assert.Equal(0, outcome.Rc);
        Assert.DoesNotContain(below, Processes.Runs);
        var lived = (await File.ReadAllLinesAsync(ticks, Token)).SkipWhile(line => line != "told").Count(line => line == "tick");
        Assert.InRange(lived, 1, 9);
        File.Delete(ticks);
        parent.Kill(entireProcessTree: true);
    }

    private static Process Parent(string script) => Process.Start("/bin/dash", ["-c", script]);

    private static List<int> Below(int process) =>
        [.. Processes.ChildrenOf(process).SelectMany(child => Below(child).Prepend(child))];

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), "It did not come about.");
            await Task.Delay(20, Token);
        }
    }
}
