namespace Playbooks.Runtime.Tests.Execution;

/// <summary>What hosts say of themselves, and what the inventory says of others.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class FactsTests
{
    private const string Debian = "system=Linux\nkernel=6.1\ndistribution=raspbian\nlike=debian\npackages=apt\nprocessors=4\nhome=/root\n";

    [Fact]
    [Language("P2")]
    public async Task A_host_is_queried_once_when_it_reaches_the_first_task_that_needs_facts()
    {
        var hosts = new ScriptedHosts("h1").When("uname", stdout: Debian);

        var report = await hosts.RunAsync(new Adapted(), Really);

        Assert.Equal(["h1 first", "h1 (facts)", "h1 apt upgrade", "h1 start work --jobs 4"], Asked(hosts).Take(4));
        Assert.Single(Asked(hosts), "h1 (facts)");
        Assert.Equal(("6.1", "/root", 0), (report["h1"].Results!.Kernel.Text, report["h1"].Results!.Home.Text, report.ExitCode));
        Assert.Equal("0 4", report["h1"].Results!.Size.Done.Text);
    }

    [Fact]
    [Language("P2")]
    public async Task A_host_is_not_queried_if_no_task_needs_facts()
    {
        var hosts = new ScriptedHosts("h1");

        await hosts.RunAsync(new Incurious(), Really);

        Assert.Equal(["h1 work h1"], hosts.Log);
    }

    [Fact]
    public async Task A_host_is_not_asked_for_a_task_that_is_not_chosen()
    {
        var hosts = new ScriptedHosts("h1").When("uname", stdout: Debian);

        await hosts.RunAsync(new Adapted(), options => Really(options) with { StartAt = "Size", SkipTags = ["kernel"] });

        Assert.Equal("h1 (facts)", Asked(hosts)[0]);
        Assert.DoesNotContain(Asked(hosts), line => line.EndsWith("upgrade", StringComparison.Ordinal));
    }

    [Theory]
    [Language("A12")]
    [InlineData("debian", "apt", 0, "changed")]
    [InlineData("fedora", "dnf", 0, "skipped")]
    public async Task Conditions_and_members_know_them(string distribution, string packages, int exitCode, string outcome)
    {
        var hosts = new ScriptedHosts("h1").Has(new Facts { Distribution = distribution, PackageManager = packages });

        var report = await hosts.RunAsync(new Adapted());

        Assert.Equal(exitCode, report.ExitCode);
        Assert.Equal(outcome, Assert.Single(hosts.Finished, finished => finished.Task.Member == "Packages").Outcome.ToString(), ignoreCase: true);
    }

    [Fact]
    public async Task Each_host_has_its_own()
    {
        var hosts = new ScriptedHosts("h1", "h2").Has(new Facts { Kernel = "6" }).Has(new Facts { Kernel = "5" }, host: "h2");

        var report = await hosts.RunAsync(new Adapted());

        Assert.Equal(("6", "5"), (report["h1"].Results!.Kernel.Text, report["h2"].Results!.Kernel.Text));
    }

    [Fact]
    public async Task After_a_reboot_a_host_is_asked_again()
    {
        var hosts = new ScriptedHosts("h1").When("uname", stdout: Debian).Gives("Restart", new RebootResult { Changed = true, Rebooted = true });

        await hosts.RunAsync(new Renewed(), Really);

        Assert.Equal(["h1 (facts)", "h1 (facts)"], Asked(hosts));
    }

    [Fact]
    public async Task A_host_that_does_not_tell_fails_the_task_that_asks()
    {
        var hosts = new ScriptedHosts("h1").When("uname", rc: 127);

        var report = await hosts.RunAsync(new Adapted(), Really);

        var failure = Assert.IsType<TaskFailedException>(report["h1"].Failure);
        Assert.Equal(("Kernel", 2), (failure.Task.Member, report.ExitCode));
        Assert.Equal("the facts of h1 could not be read: rc 127", failure.Message);
    }

    [Fact]
    public async Task A_host_that_takes_more_than_a_minute_to_tell_fails_the_task_that_asks()
    {
        var hosts = new ScriptedHosts("h1").When("uname", seconds: 600);

        var report = await hosts.RunAsync(new Adapted(), Really);

        Assert.Equal("the facts of h1 could not be read: " +
            "the script took longer than 60 s and was ended", Assert.IsType<TaskFailedException>(report["h1"].Failure).Message);
        Assert.InRange(hosts.Time.Seconds, 60, 61);
    }

    [Fact]
    public async Task A_host_that_is_lost_while_it_is_asked_is_unreachable()
    {
        var hosts = new ScriptedHosts("h1").When("uname", unreachable: true);

        var report = await hosts.RunAsync(new Adapted(), Really);

        Assert.Equal(4, report.ExitCode);
    }

    [Fact]
    public async Task The_inventory_is_there_with_the_hosts_that_the_playbook_does_not_run_on()
    {
        var hosts = new ScriptedHosts("[web]", "w1", "[db]", "d1", "d2");

        var report = await hosts.RunAsync(new Neighbours());

        Assert.Equal("d1 d2", report["w1"].Results!.Databases.Text);
    }

    /// <summary>The script is sent, as to a real host.</summary>
    private static RunOptions Really(RunOptions options) => options with { Effects = new AskedFacts(options.Effects) };

    private static List<string> Asked(ScriptedHosts hosts) =>
        [.. hosts.Log.Select(line => line.Contains("uname", StringComparison.Ordinal) ? $"{line.Split(' ')[0]} (facts)" : line)];
}
