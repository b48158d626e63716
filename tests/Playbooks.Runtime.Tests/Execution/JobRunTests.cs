namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class JobRunTests
{
    [Fact]
    [Language("A2")]
    [Behaviour("16", "23")]
    public async Task The_end_of_a_polled_job_is_known_at_once_and_the_job_is_checked_meanwhile()
    {
        var hosts = new ScriptedHosts("h1").When("backup", stdout: "3 GB", seconds: 100);

        var report = await hosts.RunAsync(new Polled());

        Assert.Equal("done: 3 GB", report["h1"].Results!.Show.Text);
        Assert.Equal(100, hosts.Time.Seconds);
        Assert.Equal(3, hosts.Events.OfType<JobLooked>().Count());
        Assert.Equal(["h1 start backup", "h1 remove backup"], hosts.Log);
        Assert.Equal(
            ["TaskStarted", "JobStarted", "JobLooked", "JobLooked", "JobLooked", "JobFinished", "TaskFinished"],
            hosts.Events.OfType<TaskEvent>().Where(told => told.Task.Member == "Backup").Select(told => told.GetType().Name));
    }

    [Fact]
    [Behaviour("21")]
    public async Task A_directory_that_cannot_be_removed_is_reported_and_is_not_a_failure()
    {
        var hosts = new ScriptedHosts("h1") { KeepsDirectories = true }.When("backup", stdout: "3 GB", seconds: 100);

        var report = await hosts.RunAsync(new Polled());

        Assert.Null(report["h1"].Failure);
        var job = Assert.Single(hosts.Events.OfType<JobFinished>());
        Assert.Equal($"{job.Job.Directory} could not be removed from h1: the directory is busy", job.Result.Message);
    }

    [Fact]
    public async Task Output_that_had_no_room_is_reported_as_missing_even_if_the_job_succeeded()
    {
        var hosts = new ScriptedHosts("h1") { HasFullDisks = true }.When("backup", stdout: "3 G", seconds: 100);

        await hosts.RunAsync(new Polled());

        var job = Assert.Single(hosts.Events.OfType<JobFinished>());
        Assert.Equal(
            (JobState.Succeeded, "the disk of h1 was full when the job ended; parts of its output may be missing"), (job.Job.State, job.Result.Message));
    }

    [Fact]
    [Language("A2")]
    public async Task A_job_that_reaches_its_limit_fails_as_timed_out()
    {
        var hosts = new ScriptedHosts("h1").When("backup", seconds: 5000);

        var report = await hosts.RunAsync(new Polled());

        var failure = Assert.IsType<TaskFailedException>(report["h1"].Failure);
        Assert.True(Assert.IsType<CommandResult>(failure.Result).TimedOut);
        Assert.Equal(3600, hosts.Time.Seconds);
    }

    [Fact]
    [Language("M5")]
    [Behaviour("J")]
    public async Task A_task_that_asks_for_the_result_first_waits_for_the_job()
    {
        var hosts = new ScriptedHosts("h1").When("build", seconds: 100);

        var report = await hosts.RunAsync(new ImplicitWait());

        Assert.Equal("built: 0", report["h1"].Results!.Done.Text);
        Assert.Equal(["h1 start build", "h1 other", "h1 remove build"], hosts.Log);
        Assert.Equal(100, hosts.Time.Seconds);
    }

    [Fact]
    [Language("F11")]
    public async Task An_implicit_wait_that_fails_is_the_failure_of_the_jobs_own_task()
    {
        var hosts = new ScriptedHosts("h1").When("build", rc: 7, seconds: 1).When("other", seconds: 50);

        var report = await hosts.RunAsync(new ImplicitWait());

        Assert.Equal("Build", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Contains("h1 other done", hosts.Log);
        Assert.Equal(1, report["h1"].Counts.Failed);
    }

    [Fact]
    [Language("F11")]
    public async Task An_explicit_wait_judges_by_its_own_attributes()
    {
        var hosts = new ScriptedHosts("h1").When("build", rc: 7, seconds: 30);

        var report = await hosts.RunAsync(new ExplicitWait());

        Assert.Equal("rc 7, gave up False", report["h1"].Results!.Done.Text);
        Assert.Equal(30, hosts.Time.Seconds);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    [Language("S4")]
    public async Task A_wait_gives_up_after_its_looks_while_the_job_goes_on_owned_by_the_playbook()
    {
        var hosts = new ScriptedHosts("h1").When("build", seconds: 300);

        var report = await hosts.RunAsync(new ExplicitWait());

        Assert.Equal("rc , gave up True", report["h1"].Results!.Done.Text);
        Assert.Equal(3, hosts.Events.OfType<JobLooked>().Count(look => look.Task.Member == "Outcome"));
        Assert.Equal(300, hosts.Time.Seconds);
        Assert.Equal(0, report.ExitCode);
        Assert.Contains("h1 remove build", hosts.Log);
    }

    [Fact]
    [Language("F16")]
    public async Task A_failed_job_that_nobody_asks_for_fails_the_playbook_during_a_running_wait_and_ends_its_other_jobs()
    {
        var hosts = new ScriptedHosts("h1")
            .When("doomed", rc: 1, seconds: 10).When("companion", seconds: 500).When("dead-man", seconds: 500).When("long", seconds: 500);

        var report = await hosts.RunAsync(new Unasked());

        Assert.Equal("Doomed", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Equal(10, hosts.Time.Seconds);
        Assert.Contains("h1 cancel companion", hosts.Log);
        Assert.Contains("h1 cancel long", hosts.Log);
        Assert.DoesNotContain("h1 cancel dead-man", hosts.Log);
        Assert.DoesNotContain("h1 never", hosts.Log);
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    [Language("A3", "A9")]
    public async Task At_the_end_jobs_are_joined_cancelled_or_left_as_they_say()
    {
        var hosts = new ScriptedHosts("h1").When("joined", seconds: 50).When("cancelled", seconds: 500).When("left", seconds: 500);

        var report = await hosts.RunAsync(new Ends());

        Assert.Equal(0, report.ExitCode);
        Assert.Equal(50, hosts.Time.Seconds);
        Assert.Equal(
            ["h1 start joined", "h1 start cancelled", "h1 start left", "h1 remove joined", "h1 cancel cancelled", "h1 remove cancelled"],
            hosts.Log);
    }

    [Fact]
    public async Task A_job_that_fails_while_it_is_joined_at_the_end_fails_the_run()
    {
        var hosts = new ScriptedHosts("h1").When("joined", rc: 1, seconds: 50).When("cancelled", seconds: 500).When("left", seconds: 500);

        var report = await hosts.RunAsync(new Ends());

        Assert.Equal(2, report.ExitCode);
        Assert.Single(hosts.Log, "h1 cancel cancelled");
    }

    [Fact]
    [Language("P8")]
    [Behaviour("32", "U6")]
    public async Task Jobs_of_a_loop_run_side_by_side_and_keep_their_order()
    {
        var hosts = new ScriptedHosts("h1").When("check a", seconds: 30, stdout: "A").When("check b", seconds: 10, stdout: "B");

        var report = await hosts.RunAsync(new LoopOfJobs());

        Assert.Equal(["A", "B", ""], report["h1"].Results!.Answers.Select(answer => answer.Stdout));
        Assert.Equal(["a", "b", "c"], report["h1"].Results!.Answers.Select(answer => answer.Label));
        Assert.Equal(30, hosts.Time.Seconds);
    }

    [Fact]
    public async Task A_failed_job_of_a_loop_leaves_the_others_to_their_ends()
    {
        var hosts = new ScriptedHosts("h1").When("check a", rc: 1, seconds: 5).When("check", seconds: 30).When("check a", rc: 1, seconds: 5);

        var report = await hosts.RunAsync(new LoopAskedPlainly());

        Assert.Equal("1 of 3 items failed; the first was a: rc 1", report["h1"].Failure!.Message);
        Assert.DoesNotContain(hosts.Log, line => line.Contains("cancel", StringComparison.Ordinal));
        Assert.Equal(30, hosts.Time.Seconds);
        Assert.Equal(1, report["h1"].Counts.Failed);
    }

    [Fact]
    public async Task A_lambda_that_throws_over_a_jobs_result_fails_the_task_and_not_the_program()
    {
        var hosts = new ScriptedHosts("h1").When("build", stdout: "no number");

        var report = await hosts.RunAsync(new ThrowingLambda());

        Assert.Equal("Build", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Contains("FormatException", report["h1"].Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("JobPlaybooks.cs:", report["h1"].Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    [Language("F14")]
    public async Task A_polled_loop_runs_side_by_side_too()
    {
        var hosts = new ScriptedHosts("h1").When("check", seconds: 30);

        var report = await hosts.RunAsync(new PolledLoop());

        Assert.Equal(["a", "b", "c"], report["h1"].Results!.Checks.Select(check => check.Label));
        Assert.Equal(30, hosts.Time.Seconds);
        Assert.Equal(1, report["h1"].Counts.Changed);
    }

    [Fact]
    [Language("S5")]
    public async Task A_status_that_is_checked_repeatedly_finds_the_end()
    {
        var hosts = new ScriptedHosts("h1").When("build", seconds: 100, stdout: "ok");

        var report = await hosts.RunAsync(new Looking());

        Assert.Equal("ok", report["h1"].Results!.Status.Result!.Stdout);
        Assert.Equal(120, hosts.Time.Seconds);
    }

    [Fact]
    public async Task A_failure_that_was_only_checked_still_fails_the_run()
    {
        var hosts = new ScriptedHosts("h1").When("build", rc: 1, seconds: 100);

        var report = await hosts.RunAsync(new Looking());

        Assert.Equal("Build", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
    }

    [Theory]
    [Language("F16")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_the_last_that_asks_has_run_or_was_skipped_a_failure_fails_the_block_at_its_next_task(bool looks)
    {
        var hosts = new ScriptedHosts("h1").When("build", rc: 1, seconds: 50).When("work", seconds: 100);

        var report = await hosts.RunAsync(new AskedInVain(looks));

        Assert.Equal(
            ["h1 start build", .. looks ? ["h1 look build"] : Array.Empty<string>(), "h1 work", "h1 work done", "h1 remove build"], hosts.Log);
        Assert.Equal("Build", report["h1"].Results!.Mend!.Text);
    }

    [Theory]
    [Language("F16")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_that_nobody_asks_for_ends_a_wait_for_another_job(bool isExplicit)
    {
        var hosts = new ScriptedHosts("h1").When("doomed", rc: 1, seconds: 5).When("build", seconds: 100);

        var report = await hosts.RunAsync(new DoomedBeside(isExplicit));

        Assert.Equal(["h1 start doomed", "h1 start build", "h1 remove doomed", "h1 cancel build", "h1 remove build"], hosts.Log);
        Assert.Equal("Doomed", report["h1"].Results!.Mend!.Text);
        Assert.Equal(5, hosts.Time.Seconds);
    }

    [Fact]
    public async Task Each_of_several_failed_jobs_is_counted_and_reported()
    {
        var hosts = new ScriptedHosts("h1").When("doomed", rc: 1, seconds: 5).When("cursed", rc: 2, seconds: 6).When("work", seconds: 60).When("mend", rc: 3);

        var report = await hosts.RunAsync(new TwoDoomed());

        Assert.Contains("h1 mend Doomed Cursed", hosts.Log);
        Assert.Equal(3, report["h1"].Counts.Failed);
    }

    [Fact]
    public async Task A_host_that_is_lost_names_the_jobs_that_may_run_on_there()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("watch", seconds: 500).When("cut", unreachable: true);

        await hosts.RunAsync(new WatchedCut());

        var job = hosts.Events.OfType<JobStarted>().First(started => started.Host.Name == "h1").Job.Id;
        var lost = Assert.Single(hosts.Events.OfType<HostUnreachable>(), unreachable => unreachable.Host.Name == "h1");
        Assert.EndsWith($" These jobs may still be running on the host until they reach their limits: /jobs/{job}.", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_says_which_jobs_run_on_and_cancels_none()
    {
        var hosts = new ScriptedHosts("h1").When("backup", seconds: 3000);

        await hosts.RunAndInterruptAsync(new Polled(), seconds: 100);

        var job = Assert.Single(Assert.Single(hosts.Events.OfType<RunInterrupted>()).Jobs);
        Assert.Equal(("h1", "Backup"), (job.Host.Name, job.Task.Member));
        Assert.Equal(["h1 start backup"], hosts.Log);
        Assert.Equal(130, Assert.IsType<RunFinished>(hosts.Events.Last()).ExitCode);
    }
}
