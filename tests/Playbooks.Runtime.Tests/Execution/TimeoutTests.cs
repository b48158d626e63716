namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class TimeoutTests
{
    [Fact]
    [Language("A27", "F32")]
    public async Task A_task_that_takes_too_long_is_ended_and_has_failed()
    {
        var hosts = new ScriptedHosts("h1").When("slow", seconds: 500);

        var report = await hosts.RunAsync(new Limited());

        var failure = Assert.IsType<TaskFailedException>(report["h1"].Failure);
        var result = Assert.IsType<CommandResult>(failure.Result);
        Assert.True(result.TimedOut);
        Assert.Null(result.Rc);
        Assert.Equal("timed out: the task took longer than its [Timeout] of 30 s and was ended", failure.Message);
        Assert.Equal(["h1 slow"], hosts.Log);
        Assert.InRange(hosts.Time.Seconds, 30, 31);
    }

    [Fact]
    public async Task A_task_that_is_quick_enough_is_not_affected()
    {
        var hosts = new ScriptedHosts("h1").When("slow", seconds: 29);

        Assert.Equal(0, (await hosts.RunAsync(new Limited())).ExitCode);
    }

    [Fact]
    public async Task Each_run_of_a_retry_has_the_whole_time()
    {
        var hosts = new ScriptedHosts("h1").When("slow", seconds: 500);

        var report = await hosts.RunAsync(new LimitedAgain());

        Assert.Equal(["h1 slow", "h1 slow", "h1 slow"], hosts.Log);
        Assert.Equal(2, hosts.Events.OfType<TaskRetrying>().Count());
        Assert.Equal(2, report.ExitCode);
        Assert.InRange(hosts.Time.Seconds, 90, 95);
    }

    [Fact]
    public async Task Each_item_of_a_loop_has_the_whole_time()
    {
        var hosts = new ScriptedHosts("h1").When("do", seconds: 20);

        Assert.Equal(0, (await hosts.RunAsync(new LimitedLoop())).ExitCode);
    }

    [Fact]
    public async Task A_process_that_cannot_be_ended_is_left_running_within_a_second_and_reported()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new LimitedDeaf());

        Assert.Equal(
            "the task took longer than its [Timeout] of 30 s and could not be ended; it may still be running on the host",
            Assert.IsType<TaskFailedException>(report["h1"].Failure).Message);
        Assert.InRange(hosts.Time.Seconds, 30, 31);
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(9, 2)]
    public async Task The_facts_that_a_task_asks_for_count_into_its_first_run(int left, int exitCode)
    {
        var hosts = new ScriptedHosts("h1")
            .When("uname", seconds: 30 - left, stdout: "system=Linux\nkernel=6.1\ndistribution=raspbian\nlike=debian\npackages=apt\nprocessors=4\nhome=/root\n")
            .When("work", seconds: 10);

        Assert.Equal(exitCode, (await hosts.RunAsync(new LimitedWithFacts(), options => options with { Effects = new AskedFacts(options.Effects) })).ExitCode);
    }

    [Fact]
    public async Task A_module_on_the_controller_is_ended_too()
    {
        var hosts = new ScriptedHosts("h1").When("slow", seconds: 500);

        var report = await hosts.RunAsync(new LimitedAction());

        Assert.Equal("the task took longer than its [Timeout] of 30 s and was ended", Assert.IsType<TaskFailedException>(report["h1"].Failure).Message);
        Assert.InRange(hosts.Time.Seconds, 30, 31);
    }
}

[Playbook("all")]
internal sealed partial record Limited
{
    [Timeout(30)]
    public Command Slow => new("slow");
}

[Playbook("all")]
internal sealed partial record LimitedAgain
{
    [Timeout(30), Retry(2, Delay = 1)]
    public Command Slow => new("slow");
}

[Playbook("all")]
internal sealed partial record LimitedLoop
{
    [Timeout(30)]
    public IEnumerable<Command> Each => [new("do a"), new("do b")];
}

[Playbook("all")]
internal sealed partial record LimitedAction
{
    [Timeout(30)]
    public SlowAction Slow => new();
}

[Playbook("all")]
internal sealed partial record LimitedDeaf
{
    [Timeout(30)]
    public DeafAction Deaf => new();
}

[Playbook("all")]
internal sealed partial record LimitedWithFacts
{
    [Timeout(30)]
    public IEnumerable<Command> Each(Facts facts) => [new($"work a {facts.Kernel}"), new("work b")];
}

internal sealed record DeafAction : ActionModule<CommandResult>
{
    protected internal override async Task<CommandResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(500), context.Time, CancellationToken.None);
        return new CommandResult { Rc = 0 };
    }

    protected internal override Task<CommandResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new CommandResult { Skipped = true });

    protected internal override CommandResult FailedResult(string message) => new();
}

internal sealed record SlowAction : ActionModule<CommandResult>
{
    protected internal override async Task<CommandResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        await context.RunScriptAsync("slow", cancellationToken);
        return new CommandResult { Rc = 0 };
    }

    protected internal override Task<CommandResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new CommandResult { Skipped = true });

    protected internal override CommandResult FailedResult(string message) => new();
}
