namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class LostJobTests
{
    [Fact]
    [Language("A6")]
    [Behaviour("41", "U11")]
    public async Task A_lost_job_fails_its_task_at_once_with_the_reason()
    {
        var hosts = new ScriptedHosts("h1").Dying("backup", times: 1, seconds: 100);

        var report = await hosts.RunAsync(new Polled());

        var failure = Assert.IsType<TaskFailedException>(report["h1"].Failure);
        Assert.Contains("the host was rebooted", failure.Message, StringComparison.Ordinal);
        Assert.Equal(100, hosts.Time.Seconds);
        Assert.Equal(["h1 start backup", "h1 cancel backup", "h1 remove backup"], hosts.Log);
    }

    [Fact]
    [Language("A6")]
    [Behaviour("I", "U11")]
    public async Task A_lost_job_is_started_again_if_its_task_requests_it_and_this_is_reported()
    {
        var hosts = new ScriptedHosts("h1").Dying("build", times: 2, seconds: 100);

        var report = await hosts.RunAsync(new Rerunning());

        Assert.Equal("rc 0", report["h1"].Results!.Done.Text);
        Assert.Equal(300, hosts.Time.Seconds);
        Assert.Equal(
            [
                "h1 start build", "h1 cancel build", "h1 remove build",
                "h1 start build", "h1 cancel build", "h1 remove build",
                "h1 start build", "h1 remove build",
            ],
            hosts.Log);
        var again = hosts.Events.OfType<JobRestarted>().ToList();
        Assert.Equal(["the host was rebooted", "the host was rebooted"], again.Select(one => one.Reason));
        Assert.EndsWith(".3", again[1].Job.Id, StringComparison.Ordinal);
        Assert.Equal(1, report["h1"].Counts.Changed);
    }

    [Fact]
    public async Task A_job_that_is_always_lost_is_given_up_after_three_more_runs()
    {
        var hosts = new ScriptedHosts("h1").Dying("build", times: 10, seconds: 100);

        var report = await hosts.RunAsync(new Rerunning());

        Assert.Contains("the host was rebooted", Assert.IsType<TaskFailedException>(report["h1"].Failure).Message, StringComparison.Ordinal);
        Assert.Equal(4, hosts.Log.Count(line => line == "h1 start build"));
        Assert.Equal(400, hosts.Time.Seconds);
    }

    [Fact]
    public async Task A_job_that_was_started_again_is_cancelled_at_the_end_like_any_other()
    {
        var hosts = new ScriptedHosts("h1").Dying("build", times: 1, seconds: 10).When("other", seconds: 15);

        var report = await hosts.RunAsync(new RerunningUnasked());

        Assert.Null(report["h1"].Failure);
        Assert.Equal(15, hosts.Time.Seconds);
        Assert.Equal("cancelled", Assert.Single(hosts.Events.OfType<JobFinished>()).Result.Message?.Split(':')[0]);
    }

    [Fact]
    [Behaviour("U2")]
    public async Task A_program_that_interrupts_its_run_can_have_the_jobs_cancelled()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("backup", seconds: 3000);

        await hosts.RunAndInterruptAsync(new Polled(), seconds: 100, options => options with { CancelJobsOnInterrupt = true });

        Assert.Equal(["h1 cancel backup", "h2 cancel backup"], hosts.Log.Where(line => line.Contains("cancel", StringComparison.Ordinal)).Order());
        Assert.Empty(Assert.Single(hosts.Events.OfType<RunInterrupted>()).Jobs);
    }
}
