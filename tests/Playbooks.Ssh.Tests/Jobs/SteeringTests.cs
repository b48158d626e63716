using Playbooks.Ssh.Tests.Examples;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>What a playbook does to its connection and its jobs on purpose.</summary>
public sealed class SteeringTests(Lab lab) : IClassFixture<Lab>
{
    [Fact]
    [Behaviour("40", "U2")]
    public async Task A_job_survives_a_new_connection_and_is_gone_when_it_is_cancelled()
    {
        var events = Events.Of((await PlaybookFile.Program("steering").RunAsync(lab, "-o", "json")).With(exitCode: 0));

        Assert.All(events.Outcomes("Changed"), outcome => Assert.Equal("ok", outcome));
        Assert.All(events.Outcomes("Enough"), outcome => Assert.Equal("changed", outcome));
        Assert.Empty(await ProcessList.LookFor("sleep\04217").EndAsync());
    }
}
