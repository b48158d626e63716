namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Modules that steer a playbook: <c>Cancel</c>, <c>Fail</c>, <c>Require</c>, <c>Pause</c>, <c>ResetConnection</c>.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class ControlTests
{
    [Fact]
    [Language("S6", "F18")]
    [Behaviour("40")]
    public async Task A_job_that_is_cancelled_is_gone_has_not_failed_and_can_be_cancelled_and_asked_for_again()
    {
        var hosts = new ScriptedHosts("h1").When("watch", seconds: 500).When("work", seconds: 20);

        var report = await hosts.RunAsync(new EndedJob());

        Assert.Equal(["h1 start watch", "h1 work", "h1 work done", "h1 cancel watch"], hosts.Log.Take(4));
        Assert.Equal("True False ", report["h1"].Results!.Show.Text);
        Assert.Equal((20, 0), (hosts.Time.Seconds, report.ExitCode));
        Assert.Equal(JobState.Cancelled, Assert.Single(hosts.Events.OfType<JobFinished>()).Job.State);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 2)]
    public async Task A_job_that_ended_before_the_cancel_keeps_its_end(int rc, int exitCode)
    {
        var hosts = new ScriptedHosts("h1").When("watch", rc: rc, seconds: 5).When("work", seconds: 20);

        var report = await hosts.RunAsync(new EndedJob());

        Assert.Equal(exitCode, report.ExitCode);
        Assert.Equal(rc == 0 ? null : "Enough", (report["h1"].Failure as TaskFailedException)?.Task.Member);
    }

    [Fact]
    public async Task In_check_mode_there_is_no_job_to_cancel()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new EndedJob(), options => options with { CheckMode = true });

        Assert.Empty(hosts.Log);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task A_cancel_does_not_show_the_hidden_result_of_its_job()
    {
        var hosts = new ScriptedHosts("h1").When("watch", stdout: "secret", seconds: 5).When("work", seconds: 20);

        await hosts.RunAsync(new EndedSecrets());

        var enough = hosts.Finished.Where(finished => finished.Task.Member == "Enough").ToList();
        Assert.Equal(["one", "two"], enough.Select(finished => finished.Label));
        Assert.All(enough, finished => Assert.IsNotType<CommandResult>(finished.Result));
    }

    [Theory]
    [InlineData(5, "Space", "is false: Free > 10")]
    [InlineData(15, "Said", "only 15 GB are free")]
    public async Task Require_fails_if_its_condition_is_false_and_reports_the_condition(int free, string task, string message)
    {
        var report = await new ScriptedHosts("h1").RunAsync(new Guarded(free));

        var failed = Assert.IsType<TaskFailedException>(report["h1"].Failure);
        Assert.Equal((task, message), (failed.Task.Member, failed.Message));
    }

    [Fact]
    public async Task A_pause_takes_its_time()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new Guarded(30));

        Assert.Equal((7200, 0), (hosts.Time.Seconds, report.ExitCode));
        Assert.Equal("is true: Free > 10", report["h1"].Results!.Space.Message);
    }

    [Fact]
    public async Task In_check_mode_nothing_waits_but_Require_still_checks_its_condition()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new Guarded(30, "too late"), options => options with { CheckMode = true });

        Assert.Equal(0, hosts.Time.Seconds);
        Assert.Equal("would pause for 7200 s", hosts.Finished.Single(finished => finished.Task.Member == "Settle").Message);
        Assert.Equal("too late", Assert.IsType<TaskFailedException>(report["h1"].Failure).Message);
    }

    [Fact]
    public async Task A_failure_on_purpose_says_why()
    {
        var report = await new ScriptedHosts("h1").RunAsync(new Guarded(30, "no more"));

        Assert.Equal("no more", Assert.IsType<TaskFailedException>(report["h1"].Failure).Message);
        Assert.Equal(2, report.ExitCode);
    }
}
