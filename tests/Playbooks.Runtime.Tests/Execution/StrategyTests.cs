namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class StrategyTests
{
    [Fact]
    [Language("R3")]
    public async Task Free_hosts_do_not_wait_for_one_another()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("first", seconds: 60, host: "h2");

        var report = await hosts.RunAsync(new FreeSteps());

        var log = hosts.Log.ToList();
        Assert.True(log.IndexOf("h1 last") < log.IndexOf("h2 first done"), string.Join('\n', log));
        Assert.All(report.Hosts, host => Assert.NotNull(host.Results));
    }

    [Fact]
    [Language("F23")]
    public async Task Free_hosts_meet_where_a_task_runs_once_for_all()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("first", seconds: 60, host: "h2").When("migrate", seconds: 5, stdout: "v7");

        var report = await hosts.RunAsync(new FreeOnce());

        Assert.Equal(["h1 migrate"], hosts.Log.SkipWhile(line => line != "h2 first done").Skip(1).Take(1));
        Assert.Single(hosts.Log, line => line.EndsWith(" migrate", StringComparison.Ordinal));
        Assert.Equal(["v7", "v7"], report.Hosts.Select(host => host.Results!.Seen.Text));
    }

    [Fact]
    public async Task A_free_host_that_failed_is_not_waited_for_there()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("first", rc: 1, seconds: 60, host: "h1").When("migrate", stdout: "v7");

        var report = await hosts.RunAsync(new FreeOnce());

        Assert.Equal("v7", report["h2"].Results!.Seen.Text);
        Assert.Equal(["h1 first", "h1 first done", "h2 first", "h2 migrate"], hosts.Log.Order(StringComparer.Ordinal));
    }
}

[Playbook("all", Strategy = Strategy.Free)]
internal sealed partial record FreeSteps
{
    public Command First => new("first");

    public Command Second => new("second");

    public Command Last => new("last");
}

[Playbook("all", Strategy = Strategy.Free)]
internal sealed partial record FreeOnce
{
    public Command First => new("first");

    [RunOnce]
    public Command Migrate => new("migrate");

    public Debug Seen(CommandResult migrate) => new($"{migrate.Stdout}");
}
