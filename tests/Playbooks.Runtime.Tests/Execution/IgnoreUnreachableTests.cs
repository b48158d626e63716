namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class IgnoreUnreachableTests
{
    [Fact]
    [Language("A22")]
    public async Task The_host_continues_and_the_result_is_null()
    {
        var hosts = new ScriptedHosts("h1").When("probe", unreachable: true);

        var report = await hosts.RunAsync(new Probing());

        Assert.Equal(0, report.ExitCode);
        Assert.Null(report["h1"].Results!.Probe);
        Assert.Equal("not reached", report["h1"].Results!.Seen.Text);
        Assert.Equal((2, 0, 1), (report["h1"].Counts.Ok, report["h1"].Counts.Unreachable, report["h1"].Counts.Ignored));
        Assert.Contains(hosts.Finished, finished => finished is { Outcome: TaskOutcome.Ignored, Message: "unreachable: no route to host" });
    }

    [Fact]
    public async Task Where_the_host_is_reached_it_gives_its_result()
    {
        var report = await new ScriptedHosts("h1").When("probe", stdout: "there").RunAsync(new Probing());

        Assert.Equal("there", report["h1"].Results!.Seen.Text);
    }

    [Fact]
    public async Task The_next_task_that_does_not_ignore_it_loses_the_host()
    {
        var hosts = new ScriptedHosts("h1").When("probe", unreachable: true).When("go", unreachable: true);

        var report = await hosts.RunAsync(new ProbingAndGoing());

        Assert.Equal(4, report.ExitCode);
        Assert.Equal(1, report["h1"].Counts.Unreachable);
    }

    [Fact]
    public async Task A_failure_is_not_ignored()
    {
        var report = await new ScriptedHosts("h1").When("probe", rc: 1).RunAsync(new Probing());

        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    public async Task The_result_of_a_whole_loop_is_null()
    {
        var hosts = new ScriptedHosts("h1").When("do b", unreachable: true);

        var report = await hosts.RunAsync(new ProbingLoop());

        Assert.Equal(0, report.ExitCode);
        Assert.Null(report["h1"].Results!.Each);
        Assert.Equal(["h1 do a", "h1 do b"], hosts.Log);
    }

    [Fact]
    public async Task The_end_does_not_ask_for_the_job_of_a_host_that_was_lost()
    {
        var hosts = new ScriptedHosts("h1").Losing("rebuild", seconds: 20);

        var report = await hosts.RunAsync(new IgnoringJobs());

        Assert.Equal(0, report.ExitCode);
        Assert.Equal((0, 1), (report["h1"].Counts.Unreachable, report["h1"].Counts.Ignored));
    }

    [Fact]
    public async Task A_wait_for_a_job_may_ignore_it_as_well()
    {
        var hosts = new ScriptedHosts("h1").Losing("build", seconds: 20);

        var report = await hosts.RunAsync(new IgnoringWait());

        Assert.Equal(0, report.ExitCode);
        Assert.Null(report["h1"].Results!.Done);
    }
}

[Playbook("all")]
internal sealed partial record Probing
{
    [IgnoreUnreachable]
    public Command Probe => new("probe");

    public Debug Seen(CommandResult? probe) => new($"{probe?.Stdout ?? "not reached"}");
}

[Playbook("all")]
internal sealed partial record ProbingAndGoing
{
    [IgnoreUnreachable]
    public Command Probe => new("probe");

    public Command Go => new("go");
}

[Playbook("all")]
internal sealed partial record ProbingLoop
{
    [IgnoreUnreachable]
    public IEnumerable<Command> Each => [new("do a"), new("do b"), new("do c")];
}

[Playbook("all")]
internal sealed partial record IgnoringJobs
{
    [Async(600, Poll = 10), IgnoreUnreachable]
    public Command Rebuild => new("rebuild");
}

[Playbook("all")]
internal sealed partial record IgnoringWait
{
    [Async(600, Poll = 0)]
    public Command Build => new("build");

    [IgnoreUnreachable]
    public Wait<CommandResult> Done(Job<CommandResult> build) => new(build);
}
