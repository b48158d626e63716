namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class ThrowingModuleTests
{
    [Fact]
    public async Task An_exception_in_a_module_can_be_ignored_and_later_tasks_get_its_result()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new IgnoredThrow());

        Assert.Equal(0, report.ExitCode);
        Assert.Equal(new HostCounts(report["h1"].Host, Ok: 2, Changed: 0, 0, 0, 0, 0, Ignored: 1), report["h1"].Counts);
        Assert.Equal("failed: True, the disk is on fire", report["h1"].Results!.Show.Text);
        Assert.Equal([TaskOutcome.Ignored, TaskOutcome.Ok], hosts.Finished.Select(finished => finished.Outcome));
    }

    [Fact]
    public async Task FailedWhen_can_decide_that_it_is_not_a_failure()
    {
        var report = await new ScriptedHosts("h1").RunAsync(new ForgivenThrow());

        var result = report["h1"].Results!.Burn;
        Assert.Equal((false, false, "the disk is on fire"), (result.Failed, result.Changed, result.Message));
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task It_is_run_again_as_often_as_any_failure()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new RetriedThrow());

        Assert.Equal(["h1 attempt", "h1 attempt", "h1 attempt"], hosts.Log);
        Assert.Equal([2, 3], hosts.Events.OfType<TaskRetrying>().Select(retrying => retrying.Attempt));
        Assert.InRange(hosts.Time.Seconds, 20, 21);
        var failure = Assert.IsType<TaskFailedException>(report["h1"].Failure);
        Assert.True(Assert.IsType<CommandResult>(failure.Result).Failed);
        Assert.Equal("the disk is on fire", failure.Message);
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    public async Task A_rescue_is_given_its_result()
    {
        var report = await new ScriptedHosts("h1").RunAsync(new RescuedThrow());

        Assert.Equal(0, report.ExitCode);
        Assert.Equal("Burn: the disk is on fire", report["h1"].Results!.PutOut!.Text);
    }

    [Fact]
    public async Task The_time_out_of_what_works_on_the_controller_is_such_a_failure()
    {
        var hosts = new ScriptedHosts("h1").When("slow", seconds: 500);

        var report = await hosts.RunAsync(new IgnoredTimeout());

        var result = report["h1"].Results!.Slow;
        Assert.Equal((true, true, "the task took longer than its [Timeout] of 30 s and was ended"), (result.Failed, result.TimedOut, result.Message));
        Assert.Equal(TimeSpan.FromSeconds(30), result.Duration);
        Assert.Equal(["h1 slow", "h1 slow"], hosts.Log);
        Assert.InRange(hosts.Time.Seconds, 61, 62);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task The_items_of_a_loop_after_it_run_and_all_have_results()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new LoopedThrow());

        var results = report["h1"].Results!.Each;
        Assert.Equal([true, false, true], results.Select(result => result.Failed));
        Assert.Equal(["one", null, "three"], results.Select(result => result.Label));
    }

    [Fact]
    public async Task An_invalid_command_line_is_such_a_failure()
    {
        var report = await new ScriptedHosts("h1").RunAsync(new MalformedLine());

        var result = report["h1"].Results!.Say;
        Assert.True(result.Failed);
        Assert.Null(result.Rc);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task A_job_that_cannot_be_started_is_one_that_has_failed()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new UnstartableJob());

        var said = report["h1"].Results!.Say.Text;
        Assert.StartsWith("True: ", said, StringComparison.Ordinal);
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(1, report["h1"].Counts.Ignored);
        Assert.Empty(hosts.Log);
        var told = Assert.Single(hosts.Finished, finished => finished.Task.Member == "Broken");
        Assert.Equal((TaskOutcome.Ignored, report["h1"].Results!.Broken.Message), (told.Outcome, told.Message));
    }

    [Fact]
    public async Task Where_nobody_ignores_it_the_job_fails_its_playbook()
    {
        var report = await new ScriptedHosts("h1").RunAsync(new UnstartableJobUnasked());

        var failure = Assert.IsType<TaskFailedException>(report["h1"].Failure);
        Assert.Equal("Broken", failure.Task.Member);
        Assert.True(Assert.IsType<CommandResult>(failure.Result).Failed);
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    public async Task An_unexpected_exception_is_reported_with_type_file_and_line()
    {
        var report = await new ScriptedHosts("h1").RunAsync(new BuggyModule());

        var message = report["h1"].Failure!.Message;
        Assert.StartsWith("InvalidOperationException: a bug (", message, StringComparison.Ordinal);
        Assert.Contains("ThrowingModuleTests.cs:", message, StringComparison.Ordinal);
    }

    [Fact]
    [Language("F3")]
    public async Task A_lambda_that_throws_fails_the_task_which_still_has_its_result()
    {
        var hosts = new ScriptedHosts("h1").When("count", rc: 3, stdout: "many");

        var report = await hosts.RunAsync(new ThrowingVerdict());

        var result = report["h1"].Results!.Count;
        Assert.Equal((true, 3, "many"), (result.Failed, result.Rc, result.Stdout));
        Assert.Contains("FormatException", result.Message, StringComparison.Ordinal);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task An_Until_that_throws_does_not_hold()
    {
        var hosts = new ScriptedHosts("h1").When("count", stdout: "many");

        var report = await hosts.RunAsync(new ThrowingUntil());

        Assert.Equal(["h1 count", "h1 count"], hosts.Log);
        Assert.Contains("FormatException", Assert.IsType<CommandResult>(((TaskFailedException)report["h1"].Failure!).Result).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_value_stays_hidden_in_an_exception()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new QuietThrow());

        Assert.DoesNotContain("fire", report["h1"].Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(hosts.Finished, finished => $"{finished.Message}{finished.Result}".Contains("fire", StringComparison.Ordinal));
    }

    [Fact]
    [Language("A24", "I4")]
    public async Task So_it_does_where_a_job_cannot_be_started()
    {
        var hosts = new ScriptedHosts("h1");

        await hosts.RunAsync(new QuietUnstartable());

        Assert.Equal(2, hosts.Finished.Count());
        Assert.All(hosts.Finished, finished => Assert.Equal("failed; the result is hidden by [NoLog]", finished.Message));
    }
}

[Playbook("all")]
internal sealed partial record IgnoredThrow
{
    [IgnoreErrors]
    public Burning Burn => new();

    public Debug Show(CommandResult burn) => new($"failed: {burn.Failed}, {burn.Message}");
}

[Playbook("all")]
internal sealed partial record ForgivenThrow
{
    [FailedWhen(false)]
    public Burning Burn => new();
}

[Playbook("all")]
internal sealed partial record RetriedThrow
{
    [Retry(2, Delay = 10)]
    public Burning Burn => new();
}

[Playbook("all")]
internal sealed partial record RescuedThrow
{
    public Burning Burn => new();

    [Rescue]
    public Debug PutOut(Failure failure) => new($"{failure.Task}: {failure.Result?.Message}");
}

[Playbook("all")]
internal sealed partial record IgnoredTimeout
{
    [Timeout(30), Retry(1, Delay = 1), IgnoreErrors]
    public SlowAction Slow => new();
}

[Playbook("all")]
internal sealed partial record LoopedThrow
{
    [IgnoreErrors]
    public IEnumerable<Burning> Each => [new() { Label = "one" }, new() { Thrown = null }, new() { Label = "three" }];
}

[Playbook("all")]
internal sealed partial record MalformedLine
{
    [IgnoreErrors]
    public Command Say => new(CommandLine.Parse("say 'nothing"));
}

[Playbook("all")]
internal sealed partial record UnstartableJob
{
    [Async(60, Poll = 0), IgnoreErrors]
    public Command Broken => new(CommandLine.Parse("say 'nothing"));

    public Debug Say(CommandResult broken) => new($"{broken.Failed}: {broken.Message}");
}

[Playbook("all")]
internal sealed partial record UnstartableJobUnasked
{
    [Async(60, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Broken => new(CommandLine.Parse("say 'nothing"));
}

[Playbook("all")]
internal sealed partial record BuggyModule
{
    public Burning Burn => new() { Thrown = new InvalidOperationException("a bug") };
}

[Playbook("all")]
internal sealed partial record ThrowingVerdict
{
    [IgnoreErrors]
    public Command Count => new("count") { FailedWhen = result => int.Parse(result.Stdout, provider: null) > 3 };
}

[Playbook("all")]
internal sealed partial record ThrowingUntil
{
    [Retry(1, Delay = 1)]
    public Command Count => new("count") { Until = result => int.Parse(result.Stdout, provider: null) > 3 };
}

[Playbook("all")]
internal sealed partial record QuietThrow
{
    [NoLog]
    public Burning Burn => new();
}

[Playbook("all")]
internal sealed partial record QuietUnstartable
{
    [Async(60, Poll = 0, AtEnd = AtEnd.Join), NoLog, IgnoreErrors]
    public Command Marked => new(CommandLine.Parse("say 'nothing"));

    [Async(60, Poll = 0, AtEnd = AtEnd.Join), IgnoreErrors]
    public Command Hushed => new(CommandLine.Parse("say 'nothing")) { NoLog = true };
}

internal sealed record Burning : ActionModule<CommandResult>
{
    public Exception? Thrown { get; init; } = new IOException("the disk is on fire");

    protected internal override async Task<CommandResult> RunAsync(ActionContext context, CancellationToken cancellationToken)
    {
        await context.RunScriptAsync("attempt", cancellationToken);
        return Thrown is null ? new CommandResult { Rc = 0 } : throw Thrown;
    }

    protected internal override Task<CommandResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) => throw Thrown!;

    protected internal override CommandResult FailedResult(string message) => new();
}
