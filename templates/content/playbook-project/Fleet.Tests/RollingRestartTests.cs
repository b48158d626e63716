using Playbooks;
using Playbooks.Testing;
using Xunit.Sdk;
using Xunit.v3;

// Virtual time jumps forward when the program has nothing else to do, so no other test may run beside these.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Fleet.Tests;

public sealed class RollingRestartTests
{
    [Fact]
    public async Task The_second_server_is_restarted_when_the_first_is_well()
    {
        var hosts = new ScriptedHosts("[web]", "web1", "web2").When("restart", seconds: 20);

        var report = await hosts.RunAsync(new RollingRestart());

        Assert.Equal(0, report.ExitCode);
        Assert.Equal("app on web2 is well", report["web2"].Results!.Done.Text);
        Assert.Equal(40, hosts.Time.Seconds);
    }

    [Fact]
    public async Task A_server_that_does_not_get_well_stops_the_run()
    {
        var hosts = new ScriptedHosts("[web]", "web1", "web2").When("is-active", rc: 3, host: "web1");

        var report = await hosts.RunAsync(new RollingRestart());

        Assert.Equal(2, report.ExitCode);
        Assert.DoesNotContain(hosts.Log, line => line.StartsWith("web2", StringComparison.Ordinal));
    }
}
