using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class HandlerTests
{
    [Fact]
    [Language("A15", "F29")]
    public async Task Those_that_were_notified_run_once_at_the_end_in_written_order_and_ask_for_what_there_is()
    {
        var hosts = new ScriptedHosts("h1").When("config", stdout: "v1");

        var report = await hosts.RunAsync(new Notified());

        Assert.Equal(["h1 config", "h1 same", "h1 site", "h1 check h1 of 1 v1 true 0", "h1 reload"], hosts.Log);
        Assert.Equal((0, 5, 1), (report.ExitCode, report["h1"].Counts.Ok, report["h1"].Counts.Skipped));
        Assert.Equal(TaskPart.Handler, hosts.Finished.Last().Task.Part);
    }

    [Fact]
    [Language("A15")]
    public async Task They_run_only_on_hosts_where_something_has_changed()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("migrate", stdout: "done").When("build", stdout: "built", seconds: 20);

        await hosts.RunAsync(new OnceNotifies());

        Assert.Equal(["h1 migrate", "h1 start build", "h1 remove build", "h1 restart", "h1 tell"], hosts.Log);
    }

    [Fact]
    public async Task One_notifies_another_that_stands_later_and_each_may_have_conditions()
    {
        var hosts = new ScriptedHosts("h1").When("job", stdout: "built", seconds: 5);

        var report = await hosts.RunAsync(new Chain());

        Assert.Equal(["h1 config", "h1 start job", "h1 remove job", "h1 first", "h1 wanted built", "h1 last"], hosts.Log);
        Assert.Equal((2, 0), (report["h1"].Counts.Skipped, report.ExitCode));
    }

    [Theory]
    [Language("F30")]
    [InlineData(false, new[] { "h1 config", "h1 start restart", "h1 remove restart", "h1 last" })]
    [InlineData(true, new[] { "h1 config", "h1 start restart", "h1 remove restart", "h1 site", "h1 last", "h1 start restart", "h1 remove restart" })]
    public async Task Flushed_they_run_at_once_and_again_at_the_end_if_they_are_notified_again(bool again, string[] log)
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new Flushed(again));

        Assert.Equal(log, hosts.Log);
        Assert.Equal(["Restart"], report["h1"].Results!.Flush.Handlers);
        Assert.Equal("ran Restart", report["h1"].Results!.Flush.Message);
        var started = hosts.Events.OfType<JobStarted>().ToList();
        Assert.Equal(again ? ["Flush.Restart", "Restart"] : ["Flush.Restart"], started.Select(job => job.Task.Path));
        Assert.Equal(started.Count, started.Select(job => job.Job.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_flush_waits_for_a_job_that_a_handler_asks_for()
    {
        var hosts = new ScriptedHosts("h1").When("build", stdout: "v7", seconds: 100);

        await hosts.RunAsync(new FlushedEarly());

        Assert.Equal(["h1 start build", "h1 config", "h1 remove build", "h1 publish v7", "h1 last"], hosts.Log);
    }

    [Fact]
    public async Task That_job_fails_the_play_there()
    {
        var hosts = new ScriptedHosts("h1").When("build", rc: 3, seconds: 100);

        var report = await hosts.RunAsync(new FlushedEarly());

        Assert.Equal("Build", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Path);
        Assert.Equal(["h1 start build", "h1 config", "h1 remove build"], hosts.Log);
    }

    [Theory]
    [Language("F29")]
    [InlineData(false, new[] { "h1 config", "h1 work" })]
    [InlineData(true, new[] { "h1 config", "h1 work", "h1 restart", "h1 tell" })]
    public async Task After_a_failure_they_run_where_the_run_forces_them(bool force, string[] log)
    {
        var hosts = new ScriptedHosts("h1").When("work", rc: 1);

        var report = await hosts.RunAsync(new Failing(), options => options with { ForceHandlers = force });

        Assert.Equal(log, hosts.Log);
        Assert.Equal("Work", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Equal(2, report.ExitCode);
    }

    [Theory]
    [InlineData(false, new[] { "h1 config", "h1 work", "h1 restart" })]
    [InlineData(true, new[] { "h1 config", "h1 work", "h1 restart", "h1 tell" })]
    public async Task One_that_fails_fails_its_host_and_keeps_the_others_from_running_unless_they_are_forced(bool force, string[] log)
    {
        var hosts = new ScriptedHosts("h1").When("restart", rc: 1);

        var report = await hosts.RunAsync(new Failing(), options => options with { ForceHandlers = force });

        Assert.Equal(log, hosts.Log);
        Assert.Equal("Restart", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Equal((2, 1), (report.ExitCode, report["h1"].Counts.Failed));
        Assert.Null(report["h1"].Results);
    }

    [Fact]
    public async Task None_runs_on_a_host_that_was_lost()
    {
        var hosts = new ScriptedHosts("h1").When("work", unreachable: true);

        var report = await hosts.RunAsync(new Failing(), options => options with { ForceHandlers = true });

        Assert.Equal(["h1 config", "h1 work"], hosts.Log);
        Assert.Equal(4, report.ExitCode);
    }

    [Fact]
    public async Task A_host_that_was_rescued_runs_them_after_all_parts_and_what_has_changed_notifies_beside_what_failed()
    {
        var hosts = new ScriptedHosts("h1").When("config b", rc: 1);

        var report = await hosts.RunAsync(new Mended());

        Assert.Equal(["h1 config a", "h1 config b", "h1 mend", "h1 clean", "h1 restart 2 0"], hosts.Log);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task They_may_be_jobs_that_are_polled_joined_at_the_end_or_left()
    {
        var hosts = new ScriptedHosts("h1").When("polled", seconds: 50).When("joined", seconds: 100).When("left", seconds: 500);

        var report = await hosts.RunAsync(new HandlerJobs());

        Assert.Equal(
            ["h1 config", "h1 start polled", "h1 remove polled", "h1 start joined", "h1 start left", "h1 last", "h1 remove joined"], hosts.Log);
        Assert.Equal((150, 0), (hosts.Time.Seconds, report.ExitCode));
    }

    [Fact]
    public async Task A_job_of_one_that_fails_fails_its_host()
    {
        var hosts = new ScriptedHosts("h1").When("joined", rc: 2, seconds: 100);

        var report = await hosts.RunAsync(new HandlerJobs());

        Assert.Equal("Joined", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    [Language("F30")]
    public async Task A_job_notifies_when_it_is_joined_and_has_changed_something()
    {
        var hosts = new ScriptedHosts("h1").When("at-the-end", seconds: 100).When("asked", seconds: 50).When("ended", seconds: 300).When("going", seconds: 500);

        var report = await hosts.RunAsync(new NotifyingJobs());

        Assert.Empty(report["h1"].Results!.Before.Handlers);
        Assert.Equal("no handler was notified", report["h1"].Results!.Before.Message);
        Assert.Equal(["Waited"], report["h1"].Results!.Between.Handlers);
        Assert.Equal("h1 on joined", hosts.Log.Last());
        Assert.DoesNotContain("h1 on cancelled", hosts.Log);
        Assert.DoesNotContain("h1 on left", hosts.Log);
    }

    [Fact]
    [Language("F30")]
    public async Task Those_of_blocks_follow_those_of_the_playbook_and_each_block_has_its_own()
    {
        var hosts = new ScriptedHosts("h1").When("files a", stdout: "1").When("files b", stdout: "2").When("files c", stdout: "3");

        await hosts.RunAsync(new VirtualSites());

        Assert.Equal(
            ["h1 files a", "h1 files b", "h1 config", "h1 files c", "h1 restart", "h1 reload a 1", "h1 reload b 2", "h1 reload c 3"], hosts.Log);
        Assert.Equal(
            ["Restart", "Each.0.Reload", "Each.1.Reload", "One.Reload"],
            hosts.Finished.Select(finished => finished.Task).Where(task => task.Part == TaskPart.Handler).Select(task => task.Path));
        Assert.Contains(hosts.Finished, finished => finished.Task.Name == "One > Reload");
    }

    [Fact]
    public async Task A_flush_runs_those_of_the_blocks_before_it()
    {
        var hosts = new ScriptedHosts("h1").When("files a", stdout: "1").When("files b", stdout: "2").When("files c", stdout: "3");

        await hosts.RunAsync(new VirtualSites(Flush: true));

        Assert.Equal(
            ["h1 files a", "h1 files b", "h1 config", "h1 restart", "h1 reload a 1", "h1 reload b 2", "h1 files c", "h1 reload c 3"], hosts.Log);
    }

    [Fact]
    public async Task One_may_be_a_block_with_handlers_of_its_own()
    {
        var hosts = new ScriptedHosts("h1").When("files p", stdout: "1");

        await hosts.RunAsync(new BlockAsHandler());

        Assert.Equal(["h1 config", "h1 files p", "h1 reload p 1"], hosts.Log);
    }

    [Fact]
    public async Task They_run_at_the_end_of_each_batch_when_all_its_hosts_have_come_there()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("work", seconds: 30, host: "h2");

        await hosts.RunAsync(new Batches());

        Assert.Equal(["h1 same", "h2 same"], hosts.Log.Skip(5).Take(2).Order(StringComparer.Ordinal));
        Assert.Equal(["h1 restart", "h2 restart"], hosts.Log.Skip(7).Take(2).Order(StringComparer.Ordinal));
        Assert.Equal(["h3 config", "h3 work", "h3 same", "h3 restart"], hosts.Log.Skip(9));
    }

    [Fact]
    public async Task In_check_mode_a_change_that_is_foreseen_notifies()
    {
        var hosts = new ScriptedHosts("h1");

        await hosts.RunAsync(new CheckedHandlers(), options => options with { CheckMode = true });

        Assert.Equal(["Foreseen", "Skipped", "OnForeseen"], hosts.Finished.Select(finished => finished.Task.Member));
    }

    [Fact]
    [Language("F30")]
    public async Task An_item_that_has_changed_something_notifies_though_a_failure_elsewhere_ends_its_loop()
    {
        var hosts = new ScriptedHosts("h1").When("step a", seconds: 10).When("step b", seconds: 60).When("doomed", rc: 1, seconds: 30);

        await hosts.RunAsync(new CutLoop());

        Assert.Equal(["h1 cancel step b", "h1 remove step b", "h1 mend", "h1 handle"], hosts.Log.TakeLast(4));
    }

    [Fact]
    public async Task None_runs_after_an_interruption()
    {
        var hosts = new ScriptedHosts("h1").When("work", seconds: 100);

        await hosts.RunAndInterruptAsync(new Failing(), seconds: 50, options => options with { ForceHandlers = true });

        Assert.DoesNotContain("h1 restart", hosts.Log);
    }
}
