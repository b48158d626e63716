using Playbooks.Connections;
using Playbooks.Jobs;
using Playbooks.Jobs.Scripts;
using Playbooks.Runtime.Tests.Execution;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>Jobs on a host that is lost, in virtual time.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class LostHostTests
{
    private readonly VirtualTime time = new();
    private readonly List<double> opened = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static JobHandle Job =>
        new("run.backup.0", "db1", "ops", "/home/ops/.playbooks_async/run.backup.0", DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(600));

    [Fact]
    public async Task A_lost_host_is_waited_for_until_the_limit_and_then_unreachable()
    {
        await using var jobs = Jobs(_ => throw Lost());

        var unreachable = await Assert.ThrowsAsync<UnreachableException>(
            () => time.RunAsync(jobs.WaitAsync(Job, TimeSpan.FromSeconds(30), null, Cancel)));

        Assert.InRange(time.Seconds, 610, 640);
        Assert.Equal("db1", unreachable.Host);
        Assert.Contains("run.backup.0", unreachable.Message, StringComparison.Ordinal);
        Assert.Contains("'jobs show run.backup.0'", unreachable.Message, StringComparison.Ordinal);
        Assert.Contains("cable", unreachable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_pipe_is_opened_again_with_longer_and_longer_pauses()
    {
        await using var jobs = Jobs(_ => throw Lost());

        await Assert.ThrowsAsync<UnreachableException>(() => time.RunAsync(jobs.WaitAsync(Job, TimeSpan.FromSeconds(6), null, Cancel)));

        Assert.Equal([0, 0.25, 0.75, 1.75, 3.75, 7.75, 13.75, 19.75], opened.Take(8));
    }

    [Fact]
    public async Task Looks_find_the_end_where_no_pipe_can_be_opened()
    {
        var looks = 0;
        await using var jobs = Jobs(_ => Says(time.Seconds < 65 ? "running 100 - - - -" : "failed 100 3 null 64.5 -"));

        var end = await time.RunAsync(jobs.WaitAsync(Job, TimeSpan.FromSeconds(30), _ => looks++, Cancel));

        Assert.Equal(new JobEnd(JobState.Failed, 3, null, null, DateTimeOffset.FromUnixTimeSeconds(100), TimeSpan.FromSeconds(64.5)), end);
        Assert.Equal((75, 2), (time.Seconds, looks));
    }

    [Fact]
    public async Task A_waiting_shell_that_is_never_ready_is_reported_and_the_next_look_finds_the_end()
    {
        var told = new List<string>();
        await using var jobs = Watching(told, _ => new SilentPipe());

        Assert.Equal(3, (await time.RunAsync(jobs.WaitAsync(Job, TimeSpan.FromSeconds(30), null, Cancel))).Rc);

        Assert.InRange(time.Seconds, 65, 100);
        Assert.Equal(["the shell that waits for jobs was not ready after 20 s"], told);
    }

    [Fact]
    public async Task A_waiting_shell_that_ends_before_it_is_ready_is_reported_with_its_output()
    {
        var told = new List<string>();
        await using var jobs = Watching(told, sink =>
        {
            sink.Output("ready\nThis account is not available."u8);
            return new SilentPipe().Ended(1);
        });

        Assert.Equal(3, (await time.RunAsync(jobs.WaitAsync(Job, TimeSpan.FromSeconds(30), null, Cancel))).Rc);

        Assert.Equal(["the shell that waits for jobs ended before it was ready: ready\nThis account is not available."], told);
    }

    [Fact]
    public async Task A_waiting_pipe_that_is_lost_is_reported_once_for_each_reason()
    {
        var told = new List<string>();
        await using var jobs = Watching(told, opens: null);

        await time.RunAsync(jobs.WaitAsync(Job, TimeSpan.FromSeconds(30), null, Cancel));

        Assert.Equal(["Somebody has cut the cable."], told);
    }

    [Fact]
    public async Task A_check_that_cannot_be_made_is_reported()
    {
        var answers = new List<bool>();
        await using var jobs = Jobs(_ => time.Seconds < 65 ? throw Lost() : Says("succeeded 100 0 null 64.5 -"));

        await time.RunAsync(jobs.WaitAsync(Job, TimeSpan.FromSeconds(30), answers.Add, Cancel));

        Assert.Equal([false, false], answers);
    }

    [Fact]
    public async Task A_permanent_error_is_reported_at_once()
    {
        await using var jobs = Jobs(_ => throw Lost(), () => new UnreachableException("db1", "Another host key.") { IsTransient = false });

        await Assert.ThrowsAsync<UnreachableException>(() => time.RunAsync(jobs.WaitAsync(Job, TimeSpan.FromSeconds(30), null, Cancel)));

        Assert.Equal(0, time.Seconds);
    }

    [Fact]
    public async Task A_host_that_is_not_there_starts_nothing_and_is_reported_at_once()
    {
        await using var jobs = Jobs(_ => throw Lost());

        await Assert.ThrowsAsync<UnreachableException>(() => time.RunAsync(jobs.StartAsync(Spec, Cancel)));

        Assert.Equal(0, time.Seconds);
    }

    [Fact]
    public async Task A_host_that_is_lost_before_a_start_is_asked_again_for_a_while()
    {
        await using var jobs = Jobs(script => !IsPlace(script) ? Says("started 100 600 10 ops\n/home/ops/jobs/run.backup.0")
            : time.Seconds > 30 ? Says("") : throw new UnreachableException("db1", "The connection was lost while a script ran.") { WasReached = true });

        Assert.Equal("run.backup.0", (await time.RunAsync(jobs.StartAsync(Spec, Cancel))).Id);
        Assert.InRange(time.Seconds, 30, 60);
    }

    [Fact]
    public async Task A_host_that_stays_lost_before_a_start_is_given_up_after_a_minute_and_starts_nothing()
    {
        await using var jobs = Jobs(script => IsPlace(script)
            ? throw new UnreachableException("db1", "The connection was lost while a script ran.") { WasReached = true }
            : throw new InvalidOperationException("Nothing may be started."));

        await Assert.ThrowsAsync<UnreachableException>(() => time.RunAsync(jobs.StartAsync(Spec, Cancel)));

        Assert.InRange(time.Seconds, 40, 61);
    }

    [Fact]
    public async Task A_host_that_refuses_for_a_while_after_it_has_answered_is_asked_again()
    {
        var jobsOf = new List<string>();
        await using var jobs = Jobs(script => IsPlace(script) ? Says("")
            : script.Text.Contains("launch", StringComparison.Ordinal) ? Says("started 100 600 10 ops\n/home/ops/jobs/run.backup.0")
            : time.Seconds < 100 ? throw new UnreachableException("db1", "System is booting up.") { IsTransient = false }
            : Says("failed 100 3 null 64.5 -"));
        var job = await time.RunAsync(jobs.StartAsync(Spec, Cancel));

        var end = await time.RunAsync(jobs.WaitAsync(job, TimeSpan.FromSeconds(30), answered => jobsOf.Add($"{answered}"), Cancel));

        Assert.Equal(3, end.Rc);
        Assert.All(jobsOf, answered => Assert.Equal("False", answered));
    }

    [Fact]
    public async Task The_output_of_an_ended_job_is_read_as_soon_as_its_host_is_back()
    {
        await using var jobs = Jobs(_ => time.Seconds < 20 ? throw Lost() : Says("3 GB"));

        Assert.Equal("3 GB\n", (await time.RunAsync(jobs.ReadEndAsync(Job, 1000, Cancel))).Stdout);
        Assert.InRange(time.Seconds, 20, 60);
    }

    [Fact]
    public async Task A_start_that_is_interrupted_while_its_answer_is_awaited_names_the_job()
    {
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
        await using var jobs = Jobs(script => IsPlace(script) ? Says("") : throw Lost());

        var unreachable = await Assert.ThrowsAsync<UnreachableException>(() => time.RunAsync(jobs.StartAsync(Spec, interrupt.Token)));

        Assert.Contains("'jobs show run.backup.0'", unreachable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_whose_answer_was_lost_is_sent_again()
    {
        var starts = 0;
        await using var jobs = Jobs(
            script => IsPlace(script) ? Says("") : ++starts < 4 ? throw Lost() : Says("started 100 600 10 ops\n/home/ops/jobs/run.backup.0"));

        var job = await time.RunAsync(jobs.StartAsync(Spec, Cancel));

        Assert.Equal(new JobHandle("run.backup.0", "db1", "ops", "/home/ops/jobs/run.backup.0", DateTimeOffset.FromUnixTimeSeconds(100), Spec.Limit), job);
        Assert.Equal(1.75, time.Seconds);
    }

    [Fact]
    public async Task A_start_whose_answer_does_not_come_is_given_up_after_the_limit()
    {
        await using var jobs = Jobs(script => IsPlace(script) ? Says("") : throw Lost());

        var unreachable = await Assert.ThrowsAsync<UnreachableException>(() => time.RunAsync(jobs.StartAsync(Spec, Cancel)));

        Assert.InRange(time.Seconds, 600, 640);
        Assert.Contains("run.backup.0", unreachable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_end_needs_no_host()
    {
        var shells = new ScriptedShells(_ => Says("succeeded 100 0 null 1.5 -")) { Refusal = Lost };
        await using var jobs = new HostJobs(new Host("db1"), shells, null, time);

        var (_, end) = await jobs.LookAsync(Job, Cancel);

        Assert.Equal(end, await jobs.WaitAsync(Job, TimeSpan.FromSeconds(30), null, Cancel));
        Assert.Single(shells.Run);
    }

    [Theory]
    [InlineData("~other/jobs")]
    [InlineData("")]
    [InlineData("a\nb")]
    public void A_directory_that_cannot_be_meant_is_refused(string directory)
    {
        var refused = Assert.Throws<UsageException>(() => new HostJobs(new Host("db1"), new ScriptedShells(_ => Says("")) { Refusal = Lost }, directory, time));

        Assert.Contains("--async-dir", refused.Message, StringComparison.Ordinal);
    }

    private static JobSpec Spec => new("run.backup.0", "true", TimeSpan.FromSeconds(600)) { Playbook = "Nightly", Task = "Backup", Run = "run" };

    private static bool IsPlace(ShellScript script) => script.Text == JobScripts.Place(hasFailed: false);

    private static ScriptOutcome Says(string text) => new() { Rc = 0, Stdout = text + "\n" };

    private static UnreachableException Lost() => new("db1", "Somebody has cut the cable.");

    private HostJobs Jobs(Func<ShellScript, ScriptOutcome> answer, Func<UnreachableException>? refusal = null) => new(
        new Host("db1"),
        new ScriptedShells(answer)
        {
            Refusal = () =>
            {
                opened.Add(time.Seconds);
                return (refusal ?? Lost)();
            },
        },
        null,
        time);

    private HostJobs Watching(List<string> told, Func<IPipeSink, IPipe>? opens) => new(
        new Host("db1"),
        new ScriptedShells(_ => Says(time.Seconds < 65 ? "running 100 - - - -" : "failed 100 3 null 64.5 -")) { Refusal = Lost, Opens = opens },
        null,
        time)
    {
        Unwatched = told.Add,
    };
}
