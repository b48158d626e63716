namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class SiteTests
{
    private static readonly string[] s_inventory = ["[db]", "d1", "d2", "[web]", "w1", "d2", "w2"];

    [Fact]
    [Language("F35")]
    public async Task The_playbooks_run_one_after_the_other_each_on_its_hosts_with_what_the_site_passes_down()
    {
        var hosts = Hosts();

        var report = await hosts.RunAsync(new WholeSite("7"));

        Assert.Equal(0, report.ExitCode);
        Assert.Equal(
            [
                "d1 report indexed", "d1 restart", "d1 start index", "d1 upgrade 7 of 2", "d2 report indexed", "d2 restart", "d2 start index",
                "d2 upgrade 7 of 2"
            ],
            Commands(hosts).Take(8).Order());
        Assert.Equal(["d2 deploy 7 d2 of 3", "w1 deploy 7 w1 of 3", "w2 deploy 7 w2 of 3"], Commands(hosts).Skip(8));
    }

    [Fact]
    public async Task Each_has_its_own_order_and_begins_when_the_one_before_has_ended()
    {
        var hosts = Hosts().When("index", stdout: "indexed", seconds: 300, host: "d1");

        await hosts.RunAsync(new WholeSite());

        Assert.Equal(
            ["PLAY Databases d1 d2", "PLAY Web d2 w1 w2", "batch 1/3", "batch 2/3", "batch 3/3", "skipped Databases once more: nothing to do"], Told(hosts));
        var web = hosts.Events.OfType<PlayStarted>().Last();
        Assert.True(web.At - hosts.Events.First().At >= TimeSpan.FromSeconds(300));
    }

    [Fact]
    [Language("M6")]
    public async Task A_member_that_returns_null_skips_its_playbook_and_a_playbook_may_run_twice()
    {
        var hosts = Hosts();

        await hosts.RunAsync(new WholeSite(Again: true));

        Assert.Equal(2, hosts.Log.Count(line => line == "d1 start index"));
        Assert.Contains("d1 upgrade 1.1 of 2", hosts.Log);
        Assert.Equal(4, hosts.Events.OfType<JobStarted>().Select(started => started.Job.Id).Distinct().Count());
    }

    [Fact]
    public async Task Sites_run_within_sites()
    {
        var hosts = Hosts();

        await hosts.RunAsync(new TwoSites());

        Assert.Equal(
            ["First > Databases", "First > Web", "Second > Databases", "Second > Web"], hosts.Events.OfType<PlayStarted>().Select(play => play.Member.Name));
        Assert.Contains(hosts.Finished, finished => finished.Task.Path == "Second.Web.Deploy");
        Assert.Contains("w1 deploy b w1 of 3", hosts.Log);
    }

    [Fact]
    [Language("F35")]
    public async Task A_host_that_failed_or_was_lost_takes_no_part_in_what_follows()
    {
        var hosts = Hosts().When("upgrade", rc: 3, host: "d2");

        var report = await hosts.RunAsync(new WholeSite());

        Assert.Equal(2, report.ExitCode);
        Assert.Contains("w1 deploy 1 w1 of 2", hosts.Log);
        Assert.DoesNotContain(hosts.Log, line => line.StartsWith("d2 deploy", StringComparison.Ordinal));
        Assert.IsType<TaskFailedException>(report["d2"].Failure);
        Assert.Null(report["w1"].Failure);
    }

    [Fact]
    public async Task If_all_hosts_of_a_playbook_have_failed_no_further_playbook_runs()
    {
        var hosts = Hosts().When("upgrade", rc: 3, host: "d1").When("upgrade", unreachable: true, host: "d2");

        var report = await hosts.RunAsync(new WholeSite(Again: true));

        Assert.Equal(6, report.ExitCode);
        Assert.DoesNotContain(hosts.Log, line => line.Contains("deploy", StringComparison.Ordinal));
        Assert.Equal(
            ["Web: 2 of 2 hosts failed (d1, d2)", "Databases once more: 2 of 2 hosts failed (d1, d2)"],
            hosts.Events.OfType<PlaySkipped>().Select(skipped => $"{skipped.Member.Name}: {skipped.Reason}"));
    }

    [Fact]
    public async Task The_recap_counts_a_host_over_all_playbooks()
    {
        var hosts = Hosts();

        var report = await hosts.RunAsync(new WholeSite());

        var counts = Assert.Single(hosts.Events.OfType<RunFinished>()).Hosts;
        Assert.Equal(["d1", "d2", "w1", "w2"], counts.Select(count => count.Host.Name));
        Assert.Equal([4, 5, 1, 1], counts.Select(count => count.Ok));
        Assert.Equal(counts, report.Hosts.Select(host => host.Counts));
        Assert.All(report.Hosts, host => Assert.Null(host.Results));
    }

    [Theory]
    [InlineData("w1", "w1 deploy 1 w1 of 1")]
    [InlineData("d2", "d2 upgrade 1 of 1, d2 start index, d2 report indexed, d2 restart, d2 deploy 1 d2 of 1")]
    public async Task A_limit_leaves_playbooks_out_that_have_no_host_then(string limit, string log)
    {
        var hosts = Hosts();
        await hosts.RunAsync(new WholeSite(), options => options with { Limit = limit });
        Assert.Equal(log, string.Join(", ", Commands(hosts)));
    }

    [Fact]
    public async Task A_limit_that_leaves_no_host_at_all_is_an_error()
    {
        var hosts = new ScriptedHosts("other", "[db]", "d1", "[web]", "w1");
        var wrong = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new WholeSite(), options => options with { Limit = "other" }));
        Assert.Equal("No playbook of the site whole-site matches a host of inventory.ini within the limit 'other'.", wrong.Message);
        Assert.Empty(hosts.Events);
    }

    [Theory]
    [InlineData("data", "upgrade, start index, report, restart")]
    [InlineData("report", "start index, report")]
    public async Task Tags_choose_playbooks_and_tasks_within_them_and_what_these_need(string tags, string log)
    {
        var hosts = Hosts();
        await hosts.RunAsync(new WholeSite(), options => options with { Tags = [tags], Limit = "d1" });
        Assert.Equal(log, string.Join(", ", Commands(hosts).Select(line => line["d1 ".Length..].Replace(" 1 of 1", "").Replace(" indexed", ""))));
        Assert.Equal("Databases", Assert.Single(hosts.Events.OfType<PlayStarted>()).Member.Name);
    }

    [Theory]
    [InlineData("Web")]
    [InlineData("Web.Deploy")]
    [InlineData("Deploy")]
    public async Task A_run_starts_at_a_playbook_or_at_a_task_of_one(string start)
    {
        var hosts = Hosts();
        await hosts.RunAsync(new WholeSite(), options => options with { StartAt = start, Limit = "d2" });
        Assert.Equal(["d2 deploy 1 d2 of 1"], Commands(hosts));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_interruption_ends_the_site_with_the_playbook_that_runs(bool cancels)
    {
        var hosts = Hosts().When("index", seconds: 300);

        await hosts.RunAndInterruptAsync(new WholeSite(), seconds: 10, options => options with { CancelJobsOnInterrupt = cancels });

        Assert.Equal(["PLAY Databases d1 d2"], Told(hosts));
        Assert.DoesNotContain(hosts.Log, line => line.Contains("report", StringComparison.Ordinal) || line.Contains("restart", StringComparison.Ordinal));
        Assert.Equal(
            cancels ? ["d1 cancel index", "d2 cancel index"] : [], hosts.Log.Where(line => line.Contains(" cancel ", StringComparison.Ordinal)).Order());
        Assert.Equal(10, hosts.Time.Seconds);
    }

    [Fact]
    public async Task In_check_mode_nothing_is_done()
    {
        var hosts = Hosts();
        var report = await hosts.RunAsync(new WholeSite(), options => options with { CheckMode = true });
        Assert.Equal(0, report.ExitCode);
        Assert.Empty(Commands(hosts));
        Assert.Equal(2, hosts.Events.OfType<PlayStarted>().Count());
    }

    [Fact]
    public async Task A_member_that_throws_is_reported_before_anything_runs()
    {
        var hosts = Hosts();
        var wrong = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new BrokenSite()));
        Assert.StartsWith("A member of the site broken-site failed: InvalidOperationException: no version (", wrong.Message, StringComparison.Ordinal);
        Assert.Empty(hosts.Events);
    }

    private static ScriptedHosts Hosts() => new ScriptedHosts(s_inventory).When("index", stdout: "indexed");

    private static IEnumerable<string> Commands(ScriptedHosts hosts) => hosts.Log.Where(line => !line.Contains(" remove ", StringComparison.Ordinal));

    private static IEnumerable<string> Told(ScriptedHosts hosts) => hosts.Events.Select(told => told switch
    {
        PlayStarted play => $"PLAY {play.Member.Name} {string.Join(' ', play.Hosts.Select(host => host.Name))}",
        PlaySkipped skipped => $"skipped {skipped.Member.Name}: {skipped.Reason}",
        BatchStarted batch => $"batch {batch.Number}/{batch.Count}",
        _ => null,
    }).OfType<string>();
}
