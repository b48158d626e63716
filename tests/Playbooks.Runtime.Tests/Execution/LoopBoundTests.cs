namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class LoopBoundTests
{
    private static ScriptedHosts Hosts() => new ScriptedHosts("h1")
        .When("step a", stdout: "a", seconds: 30)
        .When("step b", stdout: "b", seconds: 10)
        .When("step c", stdout: "c", seconds: 40)
        .When("step d", stdout: "d", seconds: 5);

    [Fact]
    [Language("A4")]
    public async Task No_more_items_run_at_once_than_the_loop_allows()
    {
        var hosts = Hosts();

        var report = await hosts.RunAsync(new BoundedLoop());

        // a and b at 0, c when b ends at 10, d when a ends at 30; c ends at 50.
        Assert.Equal(50, hosts.Time.Seconds);
        Assert.Equal([0, 0, 10, 30], Starts(hosts));
        Assert.Equal("abcd", string.Concat(report["h1"].Results!.Steps.Select(step => step.Stdout)));
    }

    [Fact]
    public async Task A_loop_that_is_not_waited_for_starts_each_item_as_soon_as_it_may()
    {
        var hosts = Hosts();

        var report = await hosts.RunAsync(new BoundedStarts());

        // The task has ended when its last item has started, at 30.
        Assert.Equal(["h1 start step a", "h1 start step b", "h1 start step c", "h1 start step d", "h1 next"], hosts.Log.Take(5));
        Assert.Equal([0, 0, 10, 30], Starts(hosts));
        Assert.Equal(50, hosts.Time.Seconds);
        Assert.Equal("abcd", string.Concat(report["h1"].Results!.Steps.Select(step => step.Stdout)));
    }

    [Fact]
    public async Task If_an_item_fails_the_other_items_still_run()
    {
        var hosts = Hosts().When("step b", rc: 1, seconds: 10);

        var report = await hosts.RunAsync(new BoundedLoop());

        Assert.Equal(4, hosts.Events.OfType<JobStarted>().Count());
        Assert.Contains("1 of 4 items failed", Assert.IsType<TaskFailedException>(report["h1"].Failure).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 4)]
    public async Task A_job_that_nobody_asks_for_ends_all_items_when_it_fails_and_no_other_starts(bool oneAtATime, int started)
    {
        var hosts = Hosts().When("doomed", rc: 3, seconds: 3);

        var report = await hosts.RunAsync(new DoomedLoop(oneAtATime));

        Assert.Equal("Doomed", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Name);
        Assert.Equal(3, hosts.Time.Seconds);
        Assert.Equal(started, hosts.Log.Count(line => line.StartsWith("h1 start step", StringComparison.Ordinal)));
        Assert.Equal(started, hosts.Log.Count(line => line.StartsWith("h1 cancel step", StringComparison.Ordinal)));
        Assert.Equal("h1 saved", hosts.Log.Last(line => !line.Contains("remove", StringComparison.Ordinal)));
    }

    private static IEnumerable<double> Starts(ScriptedHosts hosts)
    {
        var starts = hosts.Events.OfType<JobStarted>().Select(told => told.At).ToList();
        return starts.Select(at => (at - starts[0]).TotalSeconds);
    }
}

[Playbook("all")]
internal sealed partial record BoundedLoop
{
    [Async(60, Poll = 10, Max = 2)]
    public IEnumerable<Command> Steps => new[] { "a", "b", "c", "d" }.Select(name => new Command($"step {name}") { Label = name });
}

[Playbook("all")]
internal sealed partial record BoundedStarts
{
    [Async(60, Poll = 0, Max = 2)]
    public IEnumerable<Command> Steps => new[] { "a", "b", "c", "d" }.Select(name => new Command($"step {name}") { Label = name });

    public Command Next => new("next");

    public Debug Show(IReadOnlyList<CommandResult> steps) => new($"{steps.Count}");
}

[Playbook("all")]
internal sealed partial record DoomedLoop(bool OneAtATime)
{
    [Async(60, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Doomed => new("doomed");

    [Async(60, Poll = 10, Max = 1), When(nameof(OneAtATime))]
    public IEnumerable<Command> Few => new[] { "a", "b", "c", "d" }.Select(name => new Command($"step {name}"));

    [Async(60, Poll = 10)]
    public IEnumerable<Command> Steps => new[] { "a", "b", "c", "d" }.Select(name => new Command($"step {name}"));

    [Always]
    public Command Saved => new("saved");
}
