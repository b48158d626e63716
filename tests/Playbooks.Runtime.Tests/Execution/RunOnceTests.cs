namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class RunOnceTests
{
    [Fact]
    [Language("A18")]
    public async Task It_runs_on_the_first_live_host_and_all_see_its_result()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("prepare", rc: 1, host: "h1").When("migrate", stdout: "v7");

        var report = await hosts.RunAsync(new Once(Wanted: true));

        Assert.Equal(["h2 migrate"], hosts.Log.Where(line => line.EndsWith("migrate", StringComparison.Ordinal)));
        Assert.Equal("v7", report["h2"].Results!.Show.Text);
        Assert.Equal("v7", report["h3"].Results!.Show.Text);
    }

    [Fact]
    [Language("F25")]
    public async Task Its_condition_is_judged_there_and_skipped_there_means_skipped_for_all()
    {
        var hosts = new ScriptedHosts("h1", "h2");

        var report = await hosts.RunAsync(new Once(Wanted: false));

        Assert.DoesNotContain(hosts.Log, line => line.EndsWith("migrate", StringComparison.Ordinal));
        Assert.All(report.Hosts, host => Assert.Equal("skipped", host.Results!.Show.Text));
    }

    [Theory]
    [Language("F25")]
    [InlineData(0, "v7")]
    [InlineData(1, "skipped")]
    public async Task Its_condition_is_asked_of_the_first_live_host_alone(int rc, string shown)
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("prepare", rc, host: "h1").When("migrate", stdout: "v7");

        var report = await hosts.RunAsync(new OnceOnFirst());

        Assert.Equal(shown, report["h2"].Results!.Show.Text);
        Assert.Equal(shown, report["h3"].Results!.Show.Text);
        Assert.Equal(rc == 0 ? ["h1 migrate"] : [], hosts.Log.Where(line => line.EndsWith("migrate", StringComparison.Ordinal)));
    }

    [Fact]
    [Language("F25")]
    public async Task Failed_there_all_hosts_of_the_batch_fail()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("migrate", rc: 1);

        var report = await hosts.RunAsync(new Once(Wanted: true));

        Assert.All(report.Hosts, host => Assert.Equal("Migrate", Assert.IsType<TaskFailedException>(host.Failure).Task.Member));
    }

    [Fact]
    [Language("F25")]
    public async Task And_each_may_rescue()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("migrate", rc: 1);

        var report = await hosts.RunAsync(new OnceRescued());

        Assert.Equal(["h1 mend Migrate", "h1 migrate", "h2 mend Migrate", "h3 mend Migrate"], hosts.Log.Order(StringComparer.Ordinal));
        Assert.All(report.Hosts, host => Assert.Equal(1, host.Counts.Rescued));
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    [Language("F26")]
    public async Task Its_job_is_shared_and_ended_by_the_host_that_runs_it_after_all_others_have_left()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("migrate", seconds: 100, stdout: "v7").When("slow", seconds: 300, host: "h2");

        var report = await hosts.RunAsync(new OnceJob());

        Assert.Single(hosts.Log, line => line.Contains("start migrate", StringComparison.Ordinal));
        Assert.Equal("v7", report["h2"].Results!.Done.Text);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task A_failure_of_the_host_that_runs_a_shared_job_does_not_end_it_under_the_others()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("migrate", seconds: 100, stdout: "v7").When("slow", rc: 1, host: "h1");

        var report = await hosts.RunAsync(new OnceJob());

        Assert.Equal("v7", report["h2"].Results!.Done.Text);
        Assert.DoesNotContain("h1 cancel migrate", hosts.Log);
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    [Language("F26")]
    public async Task Its_job_for_which_nobody_asks_is_cancelled_by_the_failed_host_that_runs_it_when_the_others_have_left()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("migrate", seconds: 500).When("slow", rc: 1, host: "h1").When("slow", seconds: 300, host: "h2");

        await hosts.RunAsync(new OnceLeftAlone());

        Assert.Equal(["h2 slow done", "h1 cancel migrate", "h1 remove migrate"], hosts.Log.TakeLast(3));
        Assert.Equal(300, hosts.Time.Seconds);
    }

    [Fact]
    public async Task A_host_that_fails_before_it_can_run_the_task_fails_it_for_all()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("build", rc: 1, seconds: 5, host: "h1").When("build", seconds: 10, host: "h2");

        var report = await hosts.RunAsync(new OnceAfterBuild());

        Assert.Equal("Build", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Equal("Migrate", Assert.IsType<TaskFailedException>(report["h2"].Failure).Task.Member);
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    public async Task Its_failed_job_is_counted_and_reported_on_every_host_that_asks_for_it()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("migrate", rc: 1, seconds: 10);

        var report = await hosts.RunAsync(new OnceJob());

        Assert.All(report.Hosts, host => Assert.Equal(1, host.Counts.Failed));
        Assert.Contains(
            hosts.Finished,
            finished => finished.Host.Name == "h3"
                && finished.Message is { } message
                && message.StartsWith("the task runs once for all hosts, and it failed on h1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_runner_of_its_job_makes_the_others_fail_and_not_unreachable()
    {
        var hosts = new ScriptedHosts("h1", "h2").Losing("migrate", seconds: 20);

        var report = await hosts.RunAsync(new OnceJob());

        Assert.Equal((0, 1), (report["h1"].Counts.Failed, report["h1"].Counts.Unreachable));
        Assert.Equal((1, 0), (report["h2"].Counts.Failed, report["h2"].Counts.Unreachable));
        Assert.Equal(6, report.ExitCode);
    }
}

[Playbook("all")]
internal sealed partial record OnceLeftAlone
{
    [RunOnce, Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Migrate => new("migrate");

    public Command Slow => new("slow");
}

[Playbook("all")]
internal sealed partial record OnceRescued
{
    [RunOnce]
    public Command Migrate => new("migrate");

    public Command Next => new("next");

    [Rescue]
    public Command Mend(Failure failure) => new($"mend {failure.Task}");
}

[Playbook("all")]
internal sealed partial record OnceOnFirst
{
    public Command Prepare => new("prepare");

    [RunOnce, When(nameof(IsFirst))]
    public Command Migrate => new("migrate");

    public Debug Show(CommandResult? migrate) => new(migrate?.Stdout ?? "skipped");

    private static bool IsFirst(Host host) => host.Name == "h1";
}

[Playbook("all")]
internal sealed partial record OnceAfterBuild
{
    [Async(600, Poll = 0)]
    public Command Build => new("build");

    [RunOnce]
    public Command Migrate(CommandResult build) => new($"migrate {build.Rc}");
}

[Playbook("all")]
internal sealed partial record Once(bool Wanted)
{
    public Command Prepare => new("prepare");

    [RunOnce, When(nameof(IsWanted))]
    public Command Migrate => new("migrate");

    public Debug Show(CommandResult? migrate) => new($"{migrate?.Stdout ?? "skipped"}");

    private bool IsWanted => Wanted;
}

[Playbook("all")]
internal sealed partial record OnceJob
{
    [RunOnce, Async(600, Poll = 0)]
    public Command Migrate => new("migrate");

    public Command Slow => new("slow");

    public Debug Done(CommandResult migrate) => new($"{migrate.Stdout}");
}
