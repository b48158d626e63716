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
    public async Task Missing_and_wrong_variables_of_all_hosts_are_reported_together_before_anything_runs()
    {
        var hosts = new ScriptedHosts(
            "[db]", "d1 port=5432 datacenter=x", "d2 port=high datacenter=x", "d3 port=1 patience=soon", "d4 port=0 datacenter=x", "[other]", "o1");

        var wrong = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new Dumped()));

        Assert.Equal(
            [
                "d2: port is 'high' in inventory.ini, but Database.Port expects a value of this kind: whole number.",
                "d3: patience is 'soon' in inventory.ini, but Database.Patience expects a value of this kind: duration: 90, 5m, 2h, 1d.",
                "d4: Database rejects the values in inventory.ini: ArgumentException: a port is more than zero",
                "d3: inventory.ini has no datacenter (text), which Site.Datacenter requires. Set this variable for the host, or for one of its groups.",
            ],
            wrong.Message.Split('\n').Select(line => line.Split(" (/")[0]));
        Assert.Empty(hosts.Log);
    }

    [Fact]
    public async Task A_missing_variable_is_reported_with_host_variable_file_property_and_the_nearest_name()
    {
        var hosts = new ScriptedHosts("[db]", "d1 port=5432 data_center=x");

        var wrong = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new Dumped()));

        Assert.Equal(
            "d1: inventory.ini has no datacenter (text), which Site.Datacenter requires. Set this variable for the host, or for one of its groups. " +
            "Did you mean data_center?",
            wrong.Message);
    }

    [Fact]
    public async Task A_missing_variable_that_a_member_asks_for_by_its_name_is_reported_too()
    {
        var hosts = new ScriptedHosts("h1 backup_dir=/b");

        var report = await hosts.RunAsync(new ByName());

        Assert.Contains(
            "inventory.ini has no variable backup_dirr for the host h1. Did you mean backup_dir?", report["h1"].Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_on_which_nothing_runs_are_not_asked()
    {
        var hosts = new ScriptedHosts("[db]", "d1 port=5432 datacenter=x", "d2");

        var report = await hosts.RunAsync(new Dumped(), options => options with { Limit = "d1" });

        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task The_first_ten_of_many_hosts_are_reported()
    {
        var hosts = new ScriptedHosts("[db]", "d[01:30] port=x datacenter=y");

        var wrong = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new Dumped()));

        Assert.Equal(("… and 20 more.", 11), (wrong.Message.Split('\n')[^1], wrong.Message.Split('\n').Length));
    }
}
