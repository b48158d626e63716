namespace Playbooks.Runtime.Tests.Execution;

/// <summary><c>[Parallel]</c>: what runs beside the tasks that follow it.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class ParallelTests
{
    [Fact]
    [Language("A20", "F31")]
    [Behaviour("U7")]
    public async Task It_goes_on_beside_what_follows_and_is_joined_where_it_is_asked_for_or_at_the_end()
    {
        var hosts = new ScriptedHosts("h1")
            .When("load", stdout: "v1", seconds: 5).When("warm", seconds: 300).When("sweep", stdout: "swept", seconds: 40).When("work", seconds: 10);

        var report = await hosts.RunAsync(new TwoBranches());

        Assert.Equal(
            [
                "h1 load cache", "h1 sweep", "h1 work", "h1 load cache done", "h1 start warm cache v1", "h1 work done",
                "h1 sweep done", "h1 use swept", "h1 last", "h1 remove warm cache v1",
            ],
            hosts.Log);
        Assert.Equal(305, hosts.Time.Seconds);
        Assert.Equal("swept", report["h1"].Results!.Sweep.Stdout);
        Assert.Equal(0, report["h1"].Results!.Cache.Warm.Rc);
        Assert.Equal((6, 0, 0), (report["h1"].Counts.Ok, report["h1"].Counts.Failed, report.ExitCode));
    }

    [Fact]
    public async Task A_failure_that_nobody_asks_for_fails_the_block_while_it_runs_and_ends_the_others_first()
    {
        var hosts = new ScriptedHosts("h1")
            .When("sweep", rc: 3, seconds: 7).When("warm", seconds: 500).When("work", seconds: 20);

        var report = await hosts.RunAsync(new GuardedBranch());

        Assert.Equal(
            [
                "h1 load cache", "h1 start warm cache", "h1 sweep", "h1 work", "h1 sweep done", "h1 work done",
                "h1 cancel warm cache", "h1 remove warm cache", "h1 undo Sweep 0 /3",
            ],
            hosts.Log);
        Assert.Equal(20, hosts.Time.Seconds);
        Assert.Equal((0, 1, 0), (report["h1"].Counts.Failed, report["h1"].Counts.Rescued, report.ExitCode));
    }

    [Fact]
    public async Task Its_foreground_processes_are_ended_when_its_block_fails()
    {
        var hosts = new ScriptedHosts("h1")
            .When("load", seconds: 5)
            .When("sweep", seconds: 900)
            .When("work", rc: 4, seconds: 20)
            .When("warm", stdout: "warm", seconds: 3);

        var report = await hosts.RunAsync(new GuardedBranch());

        Assert.DoesNotContain("h1 sweep done", hosts.Log);
        Assert.Equal("h1 undo Work 0 0/", hosts.Log.Last());
        Assert.Equal(20, hosts.Time.Seconds);
        var cut = Assert.Single(hosts.Finished, finished => finished.Task.Member == "Sweep");
        Assert.Equal((TaskOutcome.Skipped, "cancelled, because its block failed"), (cut.Outcome, cut.Message));
        Assert.Equal(1, report["h1"].Counts.Skipped);
    }

    [Fact]
    public async Task If_a_branch_is_ended_its_always_tasks_run_before_the_surrounding_rescue()
    {
        var hosts = new ScriptedHosts("h1").When("move", seconds: 900).When("watch", seconds: 900).When("work", rc: 1, seconds: 10);

        var report = await hosts.RunAsync(new LockedBeside());

        Assert.Equal(
            [
                "h1 lock", "h1 start watch", "h1 move", "h1 work", "h1 work done", "h1 cancel watch", "h1 remove watch",
                "h1 clean cancelled, because its block failed", "h1 unlock Part", "h1 undo",
            ],
            hosts.Log);
        Assert.Equal((10, 0), (hosts.Time.Seconds, report.ExitCode));
        Assert.Equal((0, 1, 1), (report["h1"].Counts.Failed, report["h1"].Counts.Rescued, report["h1"].Counts.Skipped));
    }

    [Fact]
    public async Task An_interruption_cleans_up_nowhere()
    {
        var hosts = new ScriptedHosts("h1").When("move", seconds: 900).When("watch", seconds: 2000).When("work", seconds: 1000);

        await hosts.RunAndInterruptAsync(new LockedBeside(), seconds: 10);

        Assert.DoesNotContain(hosts.Log, line => line.StartsWith("h1 clean", StringComparison.Ordinal) || line.StartsWith("h1 un", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "2 0 0 2")]
    [InlineData(false, "0   ")]
    public async Task It_may_be_conditional_and_looped(bool wanted, string shown)
    {
        var hosts = new ScriptedHosts("h1").When("item", seconds: 10).When("conditional", seconds: 5).When("load", seconds: 5).When("warm", seconds: 1);

        var report = await hosts.RunAsync(new ShapesBeside(wanted));

        Assert.Equal(shown, report["h1"].Results!.Show.Text);
        Assert.Equal(wanted ? 20 : 0, hosts.Time.Seconds);
        Assert.Equal(wanted ? 0 : 5, report["h1"].Counts.Skipped);
    }

    [Fact]
    public async Task A_job_that_it_asks_for_is_its_to_judge_and_others_may_wait_for_it_without_its_result()
    {
        var hosts = new ScriptedHosts("h1").When("job", rc: 5, seconds: 30).When("work", seconds: 60);

        var report = await hosts.RunAsync(new JobsAndBranches());

        Assert.Equal(["h1 start job", "h1 work", "h1 remove job", "h1 work done", "h1 last"], hosts.Log);
        Assert.Equal((5, 0), (report["h1"].Results!.Outcome.Rc!.Value, report.ExitCode));
    }

    [Fact]
    public async Task When_it_has_only_looked_at_a_job_the_failure_of_that_fails_the_block_at_its_next_task()
    {
        var hosts = new ScriptedHosts("h1").When("job", rc: 5, seconds: 30).When("work", seconds: 60);

        var report = await hosts.RunAsync(new LookedAtBeside());

        Assert.DoesNotContain("h1 last", hosts.Log);
        Assert.Equal("Job", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
    }

    [Fact]
    [Language("F31")]
    public async Task A_failure_that_nobody_asks_for_ends_a_wait_for_it()
    {
        var hosts = new ScriptedHosts("h1").When("doomed", rc: 5, seconds: 30).When("side", seconds: 60);

        var report = await hosts.RunAsync(new DoomedBesideABranch());

        Assert.Equal("Doomed", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Equal(30, hosts.Time.Seconds);
        Assert.DoesNotContain("h1 side done", hosts.Log);
    }

    [Fact]
    public async Task Hosts_keep_together_within_it_and_none_waits_for_one_that_has_nothing_to_do_there()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3")
            .When("load", seconds: 10).When("load", seconds: 50, host: "h2").When("sweep", seconds: 1);

        await hosts.RunAsync(new OnTwoOfThree());

        var log = hosts.Log.ToList();
        Assert.InRange(log.IndexOf("h1 start warm cache"), log.IndexOf("h2 load cache done"), log.Count);
        Assert.InRange(log.IndexOf("h2 start warm cache"), log.IndexOf("h2 load cache done"), log.Count);
        Assert.All(["h1 work", "h2 work", "h3 work"], work => Assert.InRange(log.IndexOf(work), 0, log.IndexOf("h1 load cache done")));
    }

    [Fact]
    public async Task A_host_whose_branch_has_failed_holds_up_nobody_within_it()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("load", seconds: 10).When("load", rc: 1, host: "h1");

        await hosts.RunAsync(new OnTwoOfThree());

        Assert.DoesNotContain("h1 start warm cache", hosts.Log);
        Assert.Contains("h2 start warm cache", hosts.Log);
    }

    [Fact]
    public async Task The_results_of_all_hosts_are_waited_for()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("measure h1", stdout: "1", seconds: 10).When("measure h2", stdout: "2", seconds: 90);

        var report = await hosts.RunAsync(new AcrossBranches());

        Assert.All(report.Hosts, host => Assert.Equal("h1=1,h2=2", host.Results!.Show.Text));
    }

    [Fact]
    public async Task The_failure_of_another_hosts_branch_is_that_hosts()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("measure h1", stdout: "1", seconds: 10).When("measure h2", rc: 2, seconds: 90);

        var report = await hosts.RunAsync(new AcrossBranches());

        Assert.Equal("h1=1", report["h1"].Results!.Show.Text);
        Assert.Equal("Measure", Assert.IsType<TaskFailedException>(report["h2"].Failure).Task.Member);
    }

    [Fact]
    public async Task Run_once_it_gives_all_hosts_the_same()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("migrate", stdout: "v2", seconds: 30).When("work", seconds: 5);

        await hosts.RunAsync(new OnceBeside());

        Assert.Equal(
            ["h1 migrate", "h1 work", "h1 work done", "h2 work", "h2 work done", "h1 migrate done"],
            hosts.Log.Take(6).OrderBy(line => line.Contains("migrate done", StringComparison.Ordinal)).ThenBy(line => line, StringComparer.Ordinal));
        Assert.Equal(["h1 use v2", "h2 use v2"], hosts.Log.Skip(6).Order());
    }

    [Fact]
    public async Task Run_once_and_failed_it_fails_all_hosts_that_ask()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("migrate", rc: 1, seconds: 30);

        var report = await hosts.RunAsync(new OnceBeside());

        Assert.All(report.Hosts, host => Assert.Equal("Migrate", Assert.IsType<TaskFailedException>(host.Failure).Task.Member));
    }

    [Fact]
    [Language("F26")]
    public async Task Run_once_it_goes_on_for_the_others_when_the_host_that_runs_it_fails()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("side", stdout: "done", seconds: 60).When("work", rc: 1, host: "h1");

        var report = await hosts.RunAsync(new OnceBesideFailure());

        Assert.Equal("done", report["h2"].Results!.Show.Text);
        Assert.Equal("Work", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
    }

    [Fact]
    public async Task It_notifies_handlers()
    {
        var hosts = new ScriptedHosts("h1").When("config", seconds: 60);

        await hosts.RunAsync(new NotifyingBranch());

        Assert.Equal(["h1 config", "h1 work", "h1 config done", "h1 restart"], hosts.Log);
    }

    [Fact]
    public async Task In_check_mode_it_says_what_it_would_do()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new TwoBranches(), options => options with { CheckMode = true });

        Assert.Empty(hosts.Log);
        Assert.Equal((0, 6), (report.ExitCode, report["h1"].Counts.Skipped));
    }

    [Fact]
    public async Task A_lost_host_ends_it_too()
    {
        var hosts = new ScriptedHosts("h1").When("sweep", seconds: 900).When("work", unreachable: true);

        var report = await hosts.RunAsync(new TwoBranches());

        Assert.IsType<UnreachableException>(report["h1"].Failure);
        Assert.Equal((4, 1), (report.ExitCode, report["h1"].Counts.Unreachable));
        Assert.Equal(0, hosts.Time.Seconds);
        Assert.Contains(hosts.Finished, finished => finished is { Task.Member: "Sweep", Outcome: TaskOutcome.Skipped });
    }

    [Fact]
    public async Task A_host_that_is_lost_within_it_is_lost()
    {
        var hosts = new ScriptedHosts("h1").When("sweep", unreachable: true).When("work", seconds: 20);

        var report = await hosts.RunAsync(new TwoBranches());

        Assert.IsType<UnreachableException>(report["h1"].Failure);
        Assert.Single(hosts.Events.OfType<HostUnreachable>());
        Assert.Equal(4, report.ExitCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_interruption_leaves_its_jobs_or_cancels_them_as_the_run_says(bool cancels)
    {
        var hosts = new ScriptedHosts("h1").When("warm", seconds: 500).When("work", seconds: 60);

        await hosts.RunAndInterruptAsync(new TwoBranches(), seconds: 10, options => options with { CancelJobsOnInterrupt = cancels });

        Assert.Equal(cancels, hosts.Log.Contains("h1 cancel warm cache"));
        var interrupted = Assert.Single(hosts.Events.OfType<RunInterrupted>());
        Assert.Equal(cancels ? [] : ["Cache.Warm"], interrupted.Jobs.Select(job => job.Task.Path));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 1)]
    public async Task Its_rescue_rescues_its_own_failures_only(int rc, int ignored)
    {
        var hosts = new ScriptedHosts("h1").When("try", rc: 1, seconds: 10).When("mend", seconds: 10).When("work", rc: rc, seconds: 15);

        var report = await hosts.RunAsync(new RescuedBeside());

        var counts = report["h1"].Counts;
        Assert.Equal((0, 1, ignored, 0), (counts.Failed, counts.Rescued, counts.Ignored, report.ExitCode));
    }

    [Fact]
    public async Task Chosen_by_a_tag_of_what_asks_for_it_it_runs()
    {
        var hosts = new ScriptedHosts("h1").When("sweep", stdout: "swept", seconds: 5);

        await hosts.RunAsync(new TaggedBeside(), options => options with { Tags = ["use"] });

        Assert.Equal(["h1 sweep", "h1 sweep done", "h1 use swept"], hosts.Log);
    }
}
