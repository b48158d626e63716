using Playbooks.Connections;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Connections;

/// <summary>A server that takes two logins at once, and turns all others away.</summary>
public sealed class BusyServerTests(BusyServerTests.Hosts lab) : IClassFixture<BusyServerTests.Hosts>
{
    [Fact]
    public async Task Many_names_of_one_server_all_come_in()
    {
        var hosts = Enumerable.Range(1, 30)
            .Select(number => new Connector(lab.Login(), TimeProvider.System).Connect(new Host($"name{number}", variables: lab.Host("h1").Variables)))
            .ToList();

        var outcomes = await Task.WhenAll(hosts.Select(host => host.RunAsync("echo in")));

        Assert.All(outcomes, outcome => Assert.Equal("in\n", outcome.Stdout));
        await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
    }

    public sealed class Hosts() : Lab(1)
    {
        protected override string SshdLines => "MaxStartups 2:100:2";
    }
}
