namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class ComputedLimitTests
{
    [Theory]
    [Language("A10")]
    [InlineData(40, 40)]
    [InlineData(4000, 4000)]
    public async Task A_member_computes_the_limit_of_a_job(int computed, int ended)
    {
        var hosts = new ScriptedHosts("h1").When("measure", stdout: $"{computed}").When("backup", seconds: 9000);

        var report = await hosts.RunAsync(new MeasuredBackup());

        var result = Assert.IsType<CommandResult>(Assert.IsType<TaskFailedException>(report["h1"].Failure).Result);
        Assert.True(result.TimedOut);
        Assert.Equal(ended, hosts.Time.Seconds);
    }

    [Fact]
    public async Task A_part_of_a_second_is_not_cut_off()
    {
        var hosts = new ScriptedHosts("h1").When("backup", seconds: 100);

        await hosts.RunAsync(new DurationBackup(TimeSpan.FromSeconds(6.2)));

        Assert.Equal(7, Assert.Single(hosts.Events.OfType<JobFinished>()).Job.Limit.TotalSeconds);
        Assert.Equal(2, hosts.Events.OfType<JobLooked>().Count());
    }

    [Fact]
    [Language("A10")]
    public async Task Null_runs_the_task_in_the_foreground()
    {
        var hosts = new ScriptedHosts("h1").When("backup", stdout: "3 GB", seconds: 100);

        var report = await hosts.RunAsync(new DurationBackup(null));

        Assert.Equal(["h1 backup", "h1 backup done"], hosts.Log);
        Assert.Equal("3 GB", report["h1"].Results!.Backup.Stdout);
        Assert.DoesNotContain(hosts.Events, told => told is JobStarted or JobFinished);
    }

    [Fact]
    [Language("F13")]
    [Behaviour("12")]
    public async Task Null_makes_a_job_that_is_not_waited_for_one_that_has_finished()
    {
        var hosts = new ScriptedHosts("h1").When("build", stdout: "done", seconds: 100);

        var report = await hosts.RunAsync(new MaybeJobs(null));

        Assert.Equal(["h1 build", "h1 build done", "h1 other", "h1 build one", "h1 build one done", "h1 build two", "h1 build two done"], hosts.Log);
        var results = report["h1"].Results!;
        Assert.Equal((true, JobState.Succeeded, "done"), (results.Look.Finished, results.Look.State, results.Look.Result!.Stdout));
        Assert.Equal("done", results.Done.Stdout);
        Assert.Equal("done and 2", results.Show.Text);
    }

    [Fact]
    public async Task With_a_limit_the_same_playbook_starts_jobs()
    {
        var hosts = new ScriptedHosts("h1").When("build", stdout: "done", seconds: 100);

        var report = await hosts.RunAsync(new MaybeJobs(300));

        Assert.False(report["h1"].Results!.Look.Finished);
        Assert.Equal("done and 2", report["h1"].Results!.Show.Text);
        Assert.Equal(3, hosts.Events.OfType<JobStarted>().Count());
    }

    [Fact]
    public async Task A_failure_in_the_foreground_belongs_to_the_task_that_waits_for_the_job()
    {
        var hosts = new ScriptedHosts("h1").When("risky", rc: 3);

        var report = await hosts.RunAsync(new JudgedInForeground());

        Assert.Equal(0, report.ExitCode);
        Assert.Equal("rc 3", report["h1"].Results!.Show.Text);
    }

    [Fact]
    public async Task So_does_one_of_more_seconds_than_a_number_holds()
    {
        var report = await new ScriptedHosts("h1").RunAsync(new EndlessJob());

        Assert.Equal("the limit of the job is 922337203685.4775 s: return at most 2147483647 s (68 years)", report["h1"].Failure!.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task A_limit_that_makes_no_sense_fails_the_task_before_anything_runs(int limit)
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new MaybeJobs(limit));

        Assert.Empty(hosts.Log);
        var failure = Assert.IsType<TaskFailedException>(report["h1"].Failure);
        Assert.Equal(
            ("Build", $"the limit of the job is {limit} s: return more than 0 s, or null to run the task in the foreground"),
            (failure.Task.Member, failure.Message));
    }

    [Fact]
    public async Task An_exception_in_the_member_is_a_failure_of_the_task()
    {
        var hosts = new ScriptedHosts("h1").When("measure", stdout: "much");

        var report = await hosts.RunAsync(new MeasuredBackup());

        Assert.Equal(["h1 measure"], hosts.Log);
        var failure = Assert.IsType<TaskFailedException>(report["h1"].Failure);
        Assert.Equal("Backup", failure.Task.Member);
        Assert.Contains("ComputedLimitTests.cs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_waits_for_the_job_that_it_asks_for()
    {
        var hosts = new ScriptedHosts("h1").When("measure", stdout: "50", seconds: 20).When("backup", seconds: 10);

        var report = await hosts.RunAsync(new LimitFromJob());

        Assert.Equal(0, report.ExitCode);
        Assert.Equal(50, hosts.Events.OfType<JobFinished>().Last().Job.Limit.TotalSeconds);
        Assert.Equal(30, hosts.Time.Seconds);
    }
}

[Playbook("all")]
internal sealed partial record MeasuredBackup
{
    public Command Measure => new("measure");

    [Async(nameof(Limit), Poll = 30)]
    public Command Backup => new("backup");

    private static int Limit(CommandResult measure) => int.Parse(measure.Stdout, System.Globalization.CultureInfo.InvariantCulture);
}

[Playbook("all")]
internal sealed partial record DurationBackup(TimeSpan? Longest)
{
    [Async(nameof(Longest))]
    public Command Backup => new("backup");
}

[Playbook("all")]
internal sealed partial record MaybeJobs(int? Longest)
{
    [Async(nameof(Longest), Poll = 0)]
    public Command Build => new("build");

    public AsyncStatus<CommandResult> Look(Job<CommandResult> build) => new(build);

    public Command Other => new("other");

    public Wait<CommandResult> Done(Job<CommandResult> build) => new(build);

    [Async(nameof(Longest), Poll = 0)]
    public IEnumerable<Command> Parts => [new("build one"), new("build two")];

    public Debug Show(CommandResult build, IReadOnlyList<CommandResult> parts) => new($"{build.Stdout} and {parts.Count}");
}

[Playbook("all")]
internal sealed partial record JudgedInForeground
{
    [Async(nameof(Limit), Poll = 0)]
    public Command Risky => new("risky");

    public Command Other => new("other");

    [FailedWhen(false)]
    public Wait<CommandResult> Outcome(Job<CommandResult> risky) => new(risky);

    public Debug Show(CommandResult outcome) => new($"rc {outcome.Rc}");

    private static int? Limit(Play play) => play.Hosts.Count > 1 ? 300 : null;
}

[Playbook("all")]
internal sealed partial record LimitFromJob
{
    [Async(60, Poll = 0)]
    public Command Measure => new("measure");

    [Async(nameof(Limit), Poll = 20)]
    public Command Backup => new("backup");

    private static TimeSpan Limit(CommandResult measure) => TimeSpan.FromSeconds(int.Parse(measure.Stdout, System.Globalization.CultureInfo.InvariantCulture));
}
