namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class CheckModeTests
{
    private static readonly Func<RunOptions, RunOptions> s_check = options => options with { CheckMode = true };

    [Fact]
    [Language("F8")]
    [Behaviour("U8")]
    public async Task A_task_without_a_prediction_does_not_run_but_has_a_result()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new Checked(), s_check);

        Assert.Equal(0, report.ExitCode);
        Assert.Empty(hosts.Log);
        var results = report["h1"].Results!;
        Assert.Equal(
            (true, false, false, 0, ""), (results.Change.Skipped, results.Change.Failed, results.Change.Changed, results.Change.Rc, results.Change.Stdout));
        Assert.Equal("not run: the task's changes cannot be predicted", results.Change.Message);
        Assert.Equal("check True, rc 0", results.Show.Text);
        Assert.Equal([TaskOutcome.Skipped, TaskOutcome.Ok], hosts.Finished.Select(task => task.Outcome));
    }

    [Fact]
    public async Task Without_it_the_same_playbook_runs()
    {
        var hosts = new ScriptedHosts("h1").When("change", rc: 0);

        var report = await hosts.RunAsync(new Checked());

        Assert.Equal(["h1 change", "h1 change", "h1 change"], hosts.Log);
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    [Language("F8")]
    [Behaviour("17", "18")]
    public async Task A_job_is_what_its_module_foresees_and_has_finished()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new CheckedJobs(), s_check);

        Assert.Null(report["h1"].Failure);
        Assert.Empty(hosts.Log);
        Assert.Equal(0, hosts.Time.Seconds);
        var results = report["h1"].Results!;
        Assert.Equal("on h1 in '', at most 0 s", results.Where.Text);
        Assert.True(results.Start.Skipped);
        Assert.True(results.Polled.Skipped);
        Assert.True(results.Done.Skipped);
        Assert.Equal((true, JobState.Succeeded), (results.Look.Finished, results.Look.State));
        Assert.True(results.Look.Result!.Skipped);
        Assert.Equal("rc 0, 2 of a loop", results.Show.Text);
        Assert.DoesNotContain(hosts.Events, told => told is JobStarted or JobFinished);
        Assert.Contains(hosts.Finished, task => task.Task.Member == "Start" && task.Outcome == TaskOutcome.Skipped);
    }

    [Fact]
    public async Task A_job_whose_module_foresees_a_failure_fails_its_block_once()
    {
        var hosts = new ScriptedHosts("h1").When("apt-get", rc: 100);

        var report = await hosts.RunAsync(new CheckedUpgrade(), s_check);

        Assert.Equal(2, report.ExitCode);
        Assert.Equal("Packages", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Equal(["Packages"], hosts.Finished.Select(task => task.Task.Member));
    }

    [Fact]
    [Language("A28")]
    [Behaviour("19")]
    public async Task A_task_that_is_told_to_run_for_real_does()
    {
        var hosts = new ScriptedHosts("h1").When("look", stdout: "7").When("job", seconds: 5);

        var report = await hosts.RunAsync(new ReallyRun(), s_check);

        Assert.Equal(0, report.ExitCode);
        Assert.Equal("h1 look", hosts.Log.First());
        Assert.Equal("7", report["h1"].Results!.Look.Stdout);
        Assert.True(report["h1"].Results!.Done.Duration >= TimeSpan.FromSeconds(5));
        Assert.DoesNotContain(hosts.Log, line => line.Contains("change", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_block_says_it_for_its_tasks(bool really)
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new CheckedBlocks(), options => options with { CheckMode = !really });

        Assert.Equal(really ? ["h1 start job", "h1 remove job", "h1 change"] : ["h1 start job", "h1 remove job"], hosts.Log);
        Assert.Equal(!really, report["h1"].Results!.Foreseen.Change.Skipped);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    [Language("A28")]
    public async Task A_task_that_only_tells_never_runs()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new NeverRun());

        Assert.True(report["h1"].Results!.Change.Skipped);
        Assert.Empty(hosts.Log);
    }
}

[Playbook("all")]
internal sealed partial record Checked
{
    [Retry(2, Delay = 1)]
    public Command Change => new("change") { Until = result => result.Stdout == "never", FailedWhen = result => result.Stdout.Length == 0 };

    public Debug Show(Play play, CommandResult change) => new($"check {play.CheckMode}, rc {change.Rc}");
}

[Playbook("all")]
internal sealed partial record CheckedJobs
{
    [Async(60, Poll = 0)]
    public Command Start => new("change");

    [Async(60, Poll = 10)]
    public Command Polled => new("change");

    [Async(60, Poll = 0)]
    public IEnumerable<Command> Each => [new("change"), new("change")];

    public Debug Where(Job<CommandResult> start) => new($"on {start.Host} in '{start.Directory}', at most {start.Limit.TotalSeconds} s");

    public AsyncStatus<CommandResult> Look(Job<CommandResult> start) => new(start);

    [Retry(9, Delay = 10)]
    public Wait<CommandResult> Done(Job<CommandResult> start) => new(start);

    public Debug Show(CommandResult start, IReadOnlyList<CommandResult> each) => new($"rc {start.Rc}, {each.Count} of a loop");
}

[Playbook("all")]
internal sealed partial record CheckedUpgrade
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Apt Packages => new() { Upgrade = AptUpgrade.Dist };

    public Debug Show => new("next");
}

[Playbook("all")]
internal sealed partial record ReallyRun
{
    [CheckMode(false)]
    public Command Look => new("look");

    [CheckMode(false), Async(60, Poll = 0)]
    public Command Start => new("job");

    public Wait<CommandResult> Done(Job<CommandResult> start) => new(start);

    public Command Change => new("change");
}

[Playbook("all")]
internal sealed partial record NeverRun
{
    [CheckMode(true)]
    public Command Change => new("change");
}

[Block]
internal sealed partial record JobPart
{
    [Async(60, Poll = 0)]
    public Command Start => new("job");

    public Debug Show(CommandResult start) => new($"{start.Rc}");
}

[Block]
internal sealed partial record ChangePart
{
    public Command Change => new("change");
}

[Playbook("all")]
internal sealed partial record CheckedBlocks
{
    [CheckMode(false)]
    public JobPart Really => new();

    public ChangePart Foreseen => new();
}
