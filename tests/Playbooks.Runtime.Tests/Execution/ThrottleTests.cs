namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class ThrottleTests
{
    [Fact]
    [Language("A26")]
    public async Task The_number_of_hosts_that_run_the_task_at_once_is_limited()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("restart", seconds: 10);

        await hosts.RunAsync(new Throttled());

        var restarts = hosts.Log.Where(line => line.Contains("restart", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, restarts.Count);
        Assert.All([0, 2, 4], i => Assert.Equal(restarts[i] + " done", restarts[i + 1]));
        Assert.InRange(hosts.Time.Seconds, 30, 31);
    }

    [Fact]
    public async Task The_other_tasks_run_on_all_hosts()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("other", seconds: 10);

        await hosts.RunAsync(new Throttled());

        Assert.InRange(hosts.Time.Seconds, 10, 11);
    }

    [Fact]
    public async Task A_job_that_is_waited_for_counts_until_its_end()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3", "h4").When("rebuild", seconds: 100);

        await hosts.RunAsync(new ThrottledJob());

        Assert.InRange(hosts.Time.Seconds, 200, 202);
    }

    [Fact]
    public async Task A_host_that_fails_gives_its_place_to_the_next()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("restart", rc: 1, seconds: 10);

        var report = await hosts.RunAsync(new Throttled());

        Assert.All(report.Hosts, host => Assert.Equal("Restart", Assert.IsType<TaskFailedException>(host.Failure).Task.Member));
    }
}

[Playbook("all")]
internal sealed partial record Throttled
{
    [Throttle(1)]
    public Command Restart => new("restart");

    public Command Other => new("other");
}

[Playbook("all")]
internal sealed partial record ThrottledJob
{
    [Throttle(2), Async(600, Poll = 30)]
    public Command Rebuild => new("rebuild");
}
