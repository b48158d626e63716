namespace Playbooks.Runtime.Tests.Execution;

/// <summary>What is said of several hosts, where blocks are among the tasks.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class BlocksOnSeveralHostsTests
{
    [Fact]
    public async Task A_host_that_is_stopped_runs_its_rescue_and_what_runs_always_and_stops_then()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("first", seconds: 60, host: "h2").When("last", rc: 1, seconds: 10, host: "h1");

        var report = await hosts.RunAsync(new StoppedInBlock());

        Assert.Equal(
            ["h2 first", "h2 first done", "h2 undo", "h2 unlock"],
            hosts.Log.Where(line => line.StartsWith("h2", StringComparison.Ordinal)));
        Assert.Equal("Last", Assert.IsType<TaskFailedException>(report["h2"].Failure).Task.Member);
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    public async Task A_host_that_is_rescued_counts_for_nobody()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("careful", rc: 1, host: "h1");

        var report = await hosts.RunAsync(new RescuedBeforeItCounts());

        Assert.Equal(0, report.ExitCode);
        Assert.All(report.Hosts, host => Assert.NotNull(host.Results));
    }

    [Fact]
    public async Task Of_a_block_the_delegate_and_the_throttle_hold_for_its_tasks()
    {
        var hosts = new ScriptedHosts("[web]", "h1", "h2", "[balancers]", "lb1").When("first", seconds: 10).When("second", seconds: 10);

        await hosts.RunAsync(new BlockElsewhere());

        Assert.Equal(
            ["lb1 first", "lb1 first done", "lb1 first", "lb1 first done", "lb1 second", "lb1 second done", "lb1 second", "lb1 second done"], hosts.Log);
    }

    [Fact]
    public async Task A_delegate_that_an_attribute_names_within_a_block_is_looked_up_before_anything_runs()
    {
        var hosts = new ScriptedHosts("[web]", "h1");

        var refused = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new BlockElsewhere()));

        Assert.Contains("'lb1'", refused.Message, StringComparison.Ordinal);
    }
}

[Block]
internal sealed partial record LockedSteps
{
    public Command First => new("first");

    public Command Second => new("second");

    [Rescue]
    public Command Undo => new("undo");

    [Always]
    public Command Unlock => new("unlock");
}

[Playbook("all", Strategy = Strategy.Free, AnyErrorsFatal = true)]
internal sealed partial record StoppedInBlock
{
    public LockedSteps Steps => new();

    public Command Last => new("last");
}

[Block]
internal sealed partial record CarefulSteps
{
    public Command Careful => new("careful");

    [Rescue]
    public Command Undo => new("undo");
}

[Playbook("all", AnyErrorsFatal = true)]
internal sealed partial record RescuedBeforeItCounts
{
    public CarefulSteps Steps => new();

    public Command Last => new("last");
}

[Block]
internal sealed partial record TwoSteps
{
    public Command First => new("first");

    public Command Second => new("second");
}

[Playbook("web")]
internal sealed partial record BlockElsewhere
{
    [DelegateTo("lb1"), Throttle(1)]
    public TwoSteps Steps => new();
}
