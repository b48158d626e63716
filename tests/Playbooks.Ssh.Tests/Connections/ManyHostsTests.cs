using Playbooks.Connections;

namespace Playbooks.Ssh.Tests.Connections;

public sealed class ManyHostsTests(ManyHosts lab) : IClassFixture<ManyHosts>
{
    [Fact]
    public async Task Twenty_hosts_at_once_each_run_their_own_scripts()
    {
        var connector = new Connector(lab.Login(), TimeProvider.System);

        var outcomes = await Task.WhenAll(lab.Names.Select(
            async name =>
            {
                await using var host = connector.Connect(lab.Host(name));
                for (var i = 0; i < 10; i++)
                {
                    Assert.Equal(0, (await host.RunAsync("exec /bin/true")).Rc);
                }

                return await host.RunAsync("hostname");
            }));

        Assert.Equal(lab.Names.Select(name => name + "\n"), outcomes.Select(outcome => outcome.Stdout));
    }
}
