namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class BlockTests
{
    [Fact]
    [Language("M4")]
    public async Task A_block_runs_its_tasks_where_it_stands_and_its_jobs_end_with_it()
    {
        var hosts = new ScriptedHosts("h1").When("prepare", stdout: "v7").When("migrate", stdout: "done", seconds: 60).When("warm", seconds: 500);

        var report = await hosts.RunAsync(new Deployment());

        Assert.Equal("checked 0, rolled back , unlocked 0", report["h1"].Results!.Show.Text);
        Assert.Equal(
            [
                "h1 prepare", "h1 start warm", "h1 start migrate v7", "h1 remove migrate v7", "h1 check done", "h1 cancel warm", "h1 remove warm",
                "h1 unlock nothing"
            ],
            hosts.Log);
        Assert.Equal(60, hosts.Time.Seconds);
        Assert.Equal((0, 0), (report.ExitCode, report["h1"].Counts.Rescued));
    }

    [Fact]
    [Language("P5", "A16", "F5", "F17")]
    public async Task After_a_failure_its_other_jobs_are_gone_before_the_rescue_which_sees_what_there_is()
    {
        var hosts = new ScriptedHosts("h1").When("prepare", stdout: "v7").When("migrate", rc: 3, seconds: 60).When("warm", seconds: 500);

        var report = await hosts.RunAsync(new Deployment());

        Assert.Equal(
            [
                "h1 prepare", "h1 start warm", "h1 start migrate v7", "h1 remove migrate v7", "h1 cancel warm", "h1 remove warm", "h1 roll-back Run 3  0",
                "h1 unlock Run"
            ],
            hosts.Log);
        Assert.Equal("checked , rolled back 0, unlocked 0", report["h1"].Results!.Show.Text);
        Assert.Equal((0, 1), (report["h1"].Counts.Failed, report["h1"].Counts.Rescued));
        Assert.Equal(0, report.ExitCode);
        var rescued = Assert.Single(hosts.Events.OfType<HostRescued>());
        Assert.Equal(("Data.Run", "Data"), (rescued.Task.Path, rescued.Block));
    }

    [Fact]
    [Language("F18")]
    public async Task A_rescue_that_fails_fails_the_host_and_what_always_runs_runs()
    {
        var hosts = new ScriptedHosts("h1").When("migrate", rc: 3).When("roll-back", rc: 4).When("warm", seconds: 500);

        var report = await hosts.RunAsync(new Deployment());

        Assert.Equal("Data.Run", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Path);
        Assert.Equal("h1 unlock Run", hosts.Log.Last());
        Assert.Equal((2, 0), (report["h1"].Counts.Failed, report["h1"].Counts.Rescued));
        Assert.Equal(2, report.ExitCode);
    }

    [Theory]
    [Language("F17")]
    [InlineData(0, 0)]
    [InlineData(5, 2)]
    public async Task Jobs_that_always_tasks_started_end_as_their_AtEnd_says_after_success_and_failure(int rc, int exitCode)
    {
        var hosts = new ScriptedHosts("h1")
            .When("work", rc: rc)
            .When("sweep", seconds: 30)
            .When("report", seconds: 50)
            .When("watch", seconds: 500)
            .When("serve", seconds: 500);

        var report = await hosts.RunAsync(new CleanUpBeside());

        Assert.Equal(["h1 cancel watch"], hosts.Log.Where(line => line.Contains("cancel", StringComparison.Ordinal)));
        Assert.Contains("h1 sweep done", hosts.Log);
        Assert.Contains("h1 remove report", hosts.Log);
        Assert.Equal((50, exitCode), (hosts.Time.Seconds, report.ExitCode));
    }

    [Fact]
    public async Task A_job_that_cleans_up_and_fails_fails_the_host_which_had_failed_before()
    {
        var hosts = new ScriptedHosts("h1").When("work", rc: 5).When("report", rc: 6, seconds: 50);

        var report = await hosts.RunAsync(new CleanUpBeside());

        Assert.Equal("Work", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Path);
        Assert.Equal((2, 2), (report["h1"].Counts.Failed, report.ExitCode));
    }

    [Fact]
    [Language("F18")]
    public async Task The_jobs_of_a_rescue_that_fails_are_gone_before_what_always_runs_and_the_first_failure_stays_the_first()
    {
        var hosts = new ScriptedHosts("h1").When("work", rc: 1).When("restore", seconds: 500).When("check", rc: 1).When("unlock", rc: 1);

        var report = await hosts.RunAsync(new Restored());

        Assert.Equal(
            [
                "h1 work", "h1 start restore", "h1 check", "h1 cancel restore", "h1 remove restore", "h1 unlock Work,Check",
                "h1 report Data.Work,Data.Check,Data.Unlock",
            ],
            hosts.Log);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task Items_without_labels_are_called_by_their_numbers()
    {
        var hosts = new ScriptedHosts("h1").When("job 2", rc: 4);

        var report = await hosts.RunAsync(new Unlabelled());

        Assert.Equal("1 of 2 items failed; the first was item 2: rc 4", report["h1"].Failure!.Message);
    }

    [Fact]
    public async Task A_failed_loop_of_blocks_tells_of_each()
    {
        var hosts = new ScriptedHosts("h1").When("work", rc: 1).When("mend", rc: 1);

        await hosts.RunAsync(new Nested());

        Assert.Contains("h1 recover Parts.0.Work,Parts.0.Mend,Parts.1.Work,Parts.1.Mend", hosts.Log);
    }

    [Theory]
    [Language("M4")]
    [InlineData(true, "0 0 three,four", 8)]
    [InlineData(false, "  ", 0)]
    public async Task It_may_be_conditional_and_looped(bool wanted, string shown, int jobs)
    {
        var hosts = new ScriptedHosts("h1").When("job 3", stdout: "three").When("job 4", stdout: "four");

        var report = await hosts.RunAsync(new MaybeBlocks(wanted));

        Assert.Equal(shown, report["h1"].Results!.Show.Text);
        Assert.Equal(jobs, hosts.Log.Count(line => line.Contains("job", StringComparison.Ordinal)));
        Assert.Equal(wanted ? 0 : 3, report["h1"].Counts.Skipped);
    }

    [Fact]
    public async Task Its_tasks_have_paths_of_their_own_in_the_ids_of_their_jobs()
    {
        var hosts = new ScriptedHosts("h1");

        await hosts.RunAsync(new MaybeBlocks(Wanted: true));

        Assert.Equal(
            ["Conditional.Job", "Nullable.Job", "Loop.0.Job", "Loop.1.Job"],
            hosts.Events.OfType<JobStarted>().Select(started => started.Task.Path));
        Assert.Equal(4, hosts.Events.OfType<JobStarted>().Select(started => started.Job.Id).Distinct().Count());
    }

    [Fact]
    [Language("R7")]
    public async Task The_innermost_rescue_that_is_there_rescues()
    {
        var hosts = new ScriptedHosts("h1").When("work a", rc: 1).When("watch", seconds: 50);

        var report = await hosts.RunAsync(new Nested());

        Assert.Equal(
            ["h1 start watch", "h1 work a", "h1 mend a", "h1 work b", "h1 last", "h1 remove watch", "h1 after"], hosts.Log);
        Assert.Equal((1, 0), (report["h1"].Counts.Rescued, report.ExitCode));
    }

    [Fact]
    public async Task A_job_of_the_block_around_fails_that_block_at_the_next_task_within()
    {
        var hosts = new ScriptedHosts("h1").When("watch", rc: 1, seconds: 5).When("work a", seconds: 20);

        var report = await hosts.RunAsync(new Nested());

        Assert.Equal(["h1 start watch", "h1 work a", "h1 work a done", "h1 remove watch", "h1 recover Watch", "h1 after"], hosts.Log);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task A_failed_block_of_a_loop_is_named_by_its_path_and_those_after_it_run()
    {
        var hosts = new ScriptedHosts("h1").When("work a", rc: 1).When("mend a", rc: 1);

        await hosts.RunAsync(new Nested());

        Assert.Contains("h1 work b", hosts.Log);
        Assert.Contains("h1 recover Parts.0.Work,Parts.0.Mend", hosts.Log);
    }

    [Theory]
    [Language("A17")]
    [InlineData(0, 0)]
    [InlineData(5, 2)]
    public async Task Always_tasks_run_after_success_and_failure_and_hide_neither(int rc, int exitCode)
    {
        var hosts = new ScriptedHosts("h1").When("work", rc: rc);

        var report = await hosts.RunAsync(new AlwaysOnly());

        Assert.Equal(["h1 work", $"h1 clean {rc}", "h1 report"], hosts.Log);
        Assert.Equal(exitCode, report.ExitCode);
    }

    [Fact]
    [Language("A17")]
    public async Task No_job_that_fails_around_it_keeps_a_task_that_always_runs_from_running()
    {
        var hosts = new ScriptedHosts("h1").When("doomed", rc: 1, seconds: 15).When("work", seconds: 10).When("sweep", seconds: 20);

        var report = await hosts.RunAsync(new DoomedAround());

        Assert.Equal(
            ["h1 start doomed", "h1 work", "h1 work done", "h1 sweep", "h1 sweep done", "h1 unlock", "h1 remove doomed"], hosts.Log);
        Assert.Equal("Doomed", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
    }

    [Fact]
    public async Task Nothing_new_is_started_after_an_interruption()
    {
        var hosts = new ScriptedHosts("h1").When("work", seconds: 100);

        await hosts.RunAndInterruptAsync(new AlwaysOnly(), seconds: 10);

        Assert.DoesNotContain("h1 report", hosts.Log);
    }

    [Fact]
    [Language("A16")]
    public async Task A_lost_host_is_rescued_only_by_tasks_that_say_so()
    {
        var hosts = new ScriptedHosts("h1").When("cut", unreachable: true).When("watch", seconds: 500);

        var report = await hosts.RunAsync(new RescuedLoss());

        Assert.Equal(
            ["h1 start watch", "h1 reconnect true", "h1 cancel watch", "h1 remove watch"],
            hosts.Log.Where(line => !line.Contains("cut", StringComparison.Ordinal)));
        Assert.Equal(0, hosts.Time.Seconds);
        Assert.Equal((0, 1), (report["h1"].Counts.Unreachable, report["h1"].Counts.Rescued));
        Assert.Equal(
            ["Cut: Unreachable", "Never: Skipped, the host is unreachable"],
            hosts.Finished.Where(finished => finished.Task.Member is "Cut" or "Never")
                .Select(finished => $"{finished.Task.Member}: {finished.Outcome}{(finished.Outcome == TaskOutcome.Skipped ? $", {finished.Message}" : "")}"));
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task A_lost_host_is_not_rescued_by_others()
    {
        var hosts = new ScriptedHosts("h1").When("migrate", unreachable: true);

        var report = await hosts.RunAsync(new Deployment());

        Assert.DoesNotContain(hosts.Log, line => line.Contains("roll-back", StringComparison.Ordinal));
        Assert.Equal(4, report.ExitCode);
    }

    [Fact]
    public async Task A_block_that_runs_once_runs_on_one_host_and_all_see_its_results()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("work", rc: 1);

        var report = await hosts.RunAsync(new RescuedOnce());

        Assert.Equal(["h1 work once", "h1 mend once"], hosts.Log.Where(line => line.EndsWith("once", StringComparison.Ordinal)));
        Assert.Contains("h2 after 1 0", hosts.Log);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    [Language("F6")]
    public async Task A_rescue_can_run_exactly_the_failed_items_again()
    {
        var hosts = new ScriptedHosts("h1").When("copy", seconds: 5).When("copy b", rc: 1, seconds: 10);

        var report = await hosts.RunAsync(new FailedItems());

        Assert.Equal(["h1 start again b"], hosts.Log.Where(line => line.Contains("start again", StringComparison.Ordinal)));
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    [Language("F17")]
    public async Task A_job_that_is_left_lives_through_failure_and_rescue()
    {
        var hosts = new ScriptedHosts("h1").When("change", rc: 1).When("companion", seconds: 100).When("dead-man", seconds: 300);

        await hosts.RunAsync(new DeadMan());

        Assert.Contains("h1 cancel companion", hosts.Log);
        Assert.Contains("h1 mend", hosts.Log);
        Assert.DoesNotContain("h1 cancel dead-man", hosts.Log);
    }

    [Fact]
    [Language("F20")]
    public async Task Attributes_on_a_block_apply_to_its_tasks()
    {
        var hosts = new ScriptedHosts("h1").When("first", rc: 1).When("second", rc: 2);

        var report = await hosts.RunAsync(new IgnoredBlock());

        Assert.Equal("1 2", report["h1"].Results!.Show.Text);
        Assert.Equal((2, 0), (report["h1"].Counts.Ignored, report.ExitCode));
    }

    [Fact]
    public async Task Hosts_that_need_a_rescue_do_not_hold_up_or_overtake_the_others()
    {
        var hosts = new ScriptedHosts("h1", "h2")
            .When("migrate", rc: 1, host: "h1")
            .When("roll-back", seconds: 30)
            .When("check", seconds: 50)
            .When("warm", seconds: 500);

        var report = await hosts.RunAsync(new Deployment());

        Assert.Equal(0, report.ExitCode);
        var log = hosts.Log.ToList();
        Assert.True(log.IndexOf("h1 unlock Run") > log.FindIndex(line => line.StartsWith("h2 check", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Attributes_about_hosts_on_a_block_apply_to_its_tasks_and_delay_no_host()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("there", seconds: 10);

        var report = await hosts.RunAsync(new DelegatedBlock(), options => options with { Inventory = Inventory.Parse("h1\nh3\n[others]\nh2") });

        Assert.Equal(3, hosts.Log.Count(line => line == "h2 there"));
        Assert.Equal(30, hosts.Time.Seconds);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task A_host_that_is_stopped_because_of_another_cleans_up()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("before", rc: 1, host: "h1");

        var report = await hosts.RunAsync(new StoppedBlock());

        Assert.DoesNotContain("h2 work part", hosts.Log);
        Assert.Equal(2, hosts.Log.Count(line => line.EndsWith("clean", StringComparison.Ordinal)));
        Assert.Equal(2, report.ExitCode);
    }
}
