using Playbooks.Ssh.Tests.Hosts;
using Playbooks.Ssh.Tests.Jobs;

namespace Playbooks.Ssh.Tests.Connections;

/// <summary>
/// How often the controller waits for a host's answer over SSH: turns of the direction on the wire, as the controller sees them. The heartbeat,
/// one each 4.5 s, is not in it.
/// </summary>
public sealed class RoundTripTests(Lab lab) : IClassFixture<Lab>
{
    // The greeting, the offers of algorithms, the keys, the service, the login that tells how one may log in, the login. TCP takes one before.
    private const int Login = 6;

    // The channel, and the shell in it.
    private const int Session = 2;

    private const int Script = 1;

    // The script that does nothing before the first job of a host, and the one that starts it.
    private const int Start = 2 * Script;

    // A session, the script that waits, the wait.
    private const int End = Session + Script + 1;

    [Fact]
    public async Task A_login_takes_six_and_the_session_for_tasks_two()
    {
        await using var wire = new FaultyWire(lab, "h1") { LetsGreetingsCross = true };
        await using var host = LabJobs.Over(wire, new NoTimers());

        await host.RunAsync("true");

        Assert.Equal(Login + Session + Script, wire.RoundTrips);
    }

    [Fact]
    public async Task A_task_takes_one_and_a_job_what_it_takes_anywhere_and_a_session()
    {
        await using var wire = new FaultyWire(lab, "h2");
        await using var host = LabJobs.Over(wire, new NoTimers());
        await host.RunAsync("true");

        Assert.Equal(Script, await TakesAsync(wire, () => host.RunAsync("true")));
        var job = await host.StartAsync("true");
        Assert.Equal(End, await TakesAsync(wire, () => host.EndAsync(job)));

        // The host is told to forget the wait, which nobody waits for. While that is on its way, it would count with the next.
        await wire.AskedAsync();
        Assert.Equal(Script, await TakesAsync(wire, () => host.StdoutAsync(job)));
        Assert.Equal(Script, await TakesAsync(wire, () => host.Jobs.RemoveAsync(job, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_first_job_of_a_host_takes_two_for_its_start_and_the_next_one()
    {
        await using var wire = new FaultyWire(lab, "h3");
        await using var host = LabJobs.Over(wire, new NoTimers());
        await host.RunAsync("true");

        Assert.Equal(Start, await TakesAsync(wire, () => host.StartAsync("true")));
        Assert.Equal(Script, await TakesAsync(wire, () => host.StartAsync("true")));
    }

    private static async Task<int> TakesAsync(FaultyWire wire, Func<Task> act)
    {
        var before = wire.RoundTrips;
        await act();
        return wire.RoundTrips - before;
    }
}
