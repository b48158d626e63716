namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Typed variables of hosts.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class HostVarsTests
{
    [Fact]
    [Language("P3")]
    public async Task Tasks_conditions_blocks_and_handlers_get_those_of_their_host()
    {
        var hosts = new ScriptedHosts(
            "[db]", "d1 port=5432 datacenter=here", "d2 port=6000 backup_dir=/b patience=1h", "[db:vars]", "datacenter=there", "schemas=a,b");

        var report = await hosts.RunAsync(new Dumped());

        Assert.Equal(0, report.ExitCode);
        Assert.Equal(
            ["d1 announce d1", "d1 dump 5432 - a b 300", "d1 move from here", "d1 tell 5432"],
            hosts.Log.Where(line => line.StartsWith("d1", StringComparison.Ordinal)));
        Assert.Equal(
            ["d2 announce d2", "d2 dump 6000 /b a b 3600", "d2 tell 6000"],
            hosts.Log.Where(line => line.StartsWith("d2", StringComparison.Ordinal)));
    }

    [Fact]
    [Language("P3")]
    public async Task What_is_missing_or_wrong_on_any_host_is_told_at_once_before_anything_runs()
    {
        var hosts = new ScriptedHosts("[db]", "d1 port=5432 datacenter=x", "d2 port=high datacenter=x", "d3 port=1 patience=soon", "d4 port=0 datacenter=x", "[other]", "o1");

        var wrong = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new Dumped()));

        Assert.Equal(
            [
                "d2: port is 'high' in the inventory, where Database expects this: whole number.",
                "d3: patience is 'soon' in the inventory, where Database expects this: duration: 90, 5m, 2h, 1d.",
                "d4: Database refuses what the inventory says: ArgumentException: a port is more than zero",
                "d3: the inventory has no datacenter (text), which Site needs: give it to the host, or to a group of it.",
            ],
            wrong.Message.Split('\n').Select(line => line.Split(" (/")[0]));
        Assert.Empty(hosts.Log);
    }

    [Fact]
    public async Task Hosts_on_which_nothing_runs_are_not_asked()
    {
        var hosts = new ScriptedHosts("[db]", "d1 port=5432 datacenter=x", "d2");

        var report = await hosts.RunAsync(new Dumped(), options => options with { Limit = "d1" });

        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task Of_many_hosts_the_first_ten_are_told()
    {
        var hosts = new ScriptedHosts("[db]", "d[01:30] port=x datacenter=y");

        var wrong = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new Dumped()));

        Assert.Equal(("… and 20 more.", 11), (wrong.Message.Split('\n')[^1], wrong.Message.Split('\n').Length));
    }
}
