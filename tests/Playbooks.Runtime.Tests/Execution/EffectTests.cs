using System.Collections.Concurrent;
using Playbooks.Execution.Effects;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>What a run does has an id, which nothing else of the run has.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class EffectTests
{
    [Fact]
    public async Task Facts_before_and_after_a_reboot_are_two_effects()
    {
        var ids = new ConcurrentBag<EffectId>();
        var hosts = new ScriptedHosts("h1") { Changed = options => options with { Effects = new SeenEffects(new AskedFacts(options.Effects), ids) } }
            .When("uname", stdout: "system=Linux\nkernel=6\nhome=/\n").Gives("Restart", new RebootResult { Changed = true, Rebooted = true });

        await hosts.RunAsync(new Renewed());

        Assert.Equal([1, 2], ids.Where(id => id.Kind == EffectKind.Facts).Select(id => id.Attempt).Order());
        Assert.Distinct(ids);
    }

    [Fact]
    public async Task A_handler_that_runs_again_in_the_same_place_is_another_effect_and_its_job_another_job()
    {
        var ids = new ConcurrentBag<EffectId>();
        var hosts = new ScriptedHosts("h1") { Changed = options => options with { Effects = new SeenEffects(options.Effects, ids) } }
            .When("beside", seconds: 5)
            .When("late", seconds: 10);

        await hosts.RunAsync(new TwoTurns());

        Assert.Equal(
            ["h1 start late", "h1 remove late", "h1 start late", "h1 remove late"], hosts.Log.Where(line => line.Contains("late", StringComparison.Ordinal)));
        Assert.Equal([0, 1], ids.Where(id => id is { Kind: EffectKind.JobStart, Task: "Now.Late" }).Select(id => id.Turn).Order());
        Assert.Distinct(ids);
        Assert.Distinct(hosts.Events.OfType<JobStarted>().Select(started => started.Job.Id));
    }

    [Fact]
    public async Task Conditions_boundaries_and_jobs_are_effects_as_results_are()
    {
        var ids = new ConcurrentBag<EffectId>();
        var hosts = new ScriptedHosts("h1") { Changed = options => options with { Effects = new SeenEffects(options.Effects, ids) } }
            .When("job", stdout: "built");

        await hosts.RunAsync(new Chain());

        Assert.Equal(
            [EffectKind.Task, EffectKind.Boundary, EffectKind.Decision, EffectKind.JobStart, EffectKind.JobEnd, EffectKind.JobResult],
            ids.Select(id => id.Kind).Distinct().Order());
    }

    [Fact]
    public void The_log_that_writes_nothing_allocates_nothing()
    {
        var id = new EffectId(EffectKind.Task, "p", "Task", "h1");
        var log = new RunOptions { Inventory = Inventory.Parse("h1") }.Effects;
        Assert.True(Tells(log, id));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var tells = Tells(log, id);

        Assert.Equal((0L, true), (GC.GetAllocatedBytesForCurrentThread() - before, tells));
    }

    // What a test awaits has a state of its own, where it is built for debugging.
    private static bool Tells(IEffectLog log, EffectId id) =>
        IsOver(log.FindAsync<string>(id, CancellationToken.None)) && IsOver(log.IntendAsync(id)) && IsOver(log.RecordAsync<string>(id, new("given")));

    private static bool IsOver(ValueTask told) => told.IsCompletedSuccessfully;

    private static bool IsOver<T>(ValueTask<T> told) => told.IsCompletedSuccessfully;
}

/// <summary>While the handler runs where it is flushed, a branch notifies it anew.</summary>
[Playbook("all")]
internal sealed partial record TwoTurns
{
    [Parallel, Notify(nameof(Late))]
    public Command Beside => new("beside");

    [Notify(nameof(Late))]
    public Command Config => new("config");

    public FlushHandlers Now => new();

    [Handler, Async(60)]
    public Command Late => new("late");
}
