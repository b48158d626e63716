namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class OrderTests
{
    [Fact]
    [Language("M1", "P1")]
    public async Task Tasks_run_in_order_and_get_the_results_of_earlier_ones()
    {
        var hosts = new ScriptedHosts("h1").When("first", stdout: "one\n").When("second", stdout: "two\n");

        var report = await hosts.RunAsync(new ThreeSteps());

        Assert.Equal(["h1 first", "h1 second h1"], hosts.Log);
        Assert.Equal("one and two", report["h1"].Results!.Third.Text);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    [Language("F21")]
    public async Task No_host_starts_a_task_before_every_live_host_has_finished_the_one_before()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("first", seconds: 60, host: "h2");

        await hosts.RunAsync(new ThreeSteps());

        var log = hosts.Log.ToList();
        Assert.True(log.IndexOf("h1 second h1") > log.IndexOf("h2 first done"), string.Join('\n', log));
    }

    [Fact]
    public async Task A_host_that_failed_holds_up_nobody()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("first", rc: 1, host: "h1");

        var report = await hosts.RunAsync(new ThreeSteps());

        Assert.Equal(2, report.ExitCode);
        Assert.Null(report["h1"].Results);
        Assert.NotNull(report["h2"].Results);
        Assert.DoesNotContain("h1 second h1", hosts.Log);
    }

    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, 6)]
    public async Task An_unreachable_host_is_not_a_failed_one(bool anotherFails, int exitCode)
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("first", host: "h1", unreachable: true);
        if (anotherFails)
        {
            hosts.When("second", rc: 3, host: "h2");
        }

        var report = await hosts.RunAsync(new ThreeSteps());

        Assert.Equal(exitCode, report.ExitCode);
        Assert.Equal(1, report["h1"].Counts.Unreachable);
        Assert.Equal(0, report["h1"].Counts.Failed);
        Assert.IsType<UnreachableException>(report["h1"].Failure);
        Assert.Contains(hosts.Events.OfType<HostUnreachable>(), lost => lost.Host.Name == "h1" && lost.Task!.Member == "First");
    }

    [Fact]
    [Language("F22")]
    public async Task The_number_of_hosts_that_run_an_effect_at_once_is_limited()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("first", seconds: 10);

        await hosts.RunAsync(new ThreeSteps(), options => options with { Forks = 1 });

        var firsts = hosts.Log.Where(line => line.Contains("first", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, firsts.Count);
        Assert.All([0, 2, 4], i => Assert.Equal(firsts[i] + " done", firsts[i + 1]));
        Assert.InRange(hosts.Time.Seconds, 30, 31);
    }

    [Fact]
    [Language("R2", "A14", "I4")]
    public async Task The_nearest_setting_decides_as_which_user_a_task_runs()
    {
        var hosts = new ScriptedHosts("h1");

        await hosts.RunAsync(new Users());

        Assert.Equal(["h1 as deploy as-playbook", "h1 as postgres as-task", "h1 as-login", "h1 as root as-module"], hosts.Log);
    }

    [Fact]
    public async Task If_no_user_is_named_the_inventory_decides_then_the_run_and_else_it_is_root()
    {
        var named = new ScriptedHosts("h1 ansible_become_user=db", "h2");
        var plain = new ScriptedHosts("h1");

        await named.RunAsync(new Somebody(), options => options with { BecomeUser = "web" });
        await plain.RunAsync(new Somebody());

        Assert.Equal(["h1 as db default", "h1 as postgres named", "h2 as postgres named", "h2 as web default"], named.Log.Order(StringComparer.Ordinal));
        Assert.Equal(["h1 as root default", "h1 as postgres named"], plain.Log);
    }

    [Fact]
    [Language("M3", "F14")]
    public async Task A_loop_runs_one_item_after_the_other_and_gives_the_results_in_item_order()
    {
        var hosts = new ScriptedHosts("h1").When("do a", seconds: 5);

        var report = await hosts.RunAsync(new Loop(["a", "b c"]));

        Assert.Equal(["h1 do a", "h1 do a done", "h1 do b c"], hosts.Log);
        Assert.Equal("2: a b c", report["h1"].Results!.Count.Text);
    }

    [Fact]
    [Language("F6")]
    public async Task A_failed_loop_still_runs_its_other_items()
    {
        var hosts = new ScriptedHosts("h1").When("do a", rc: 9);

        var report = await hosts.RunAsync(new Loop(["a", "b"]));

        Assert.Equal(["h1 do a", "h1 do b"], hosts.Log);
        Assert.StartsWith("1 of 2 items failed; the first was a:", report["h1"].Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(new HostCounts(report["h1"].Host, 0, 0, 1, 0, 0, 0, 0), report["h1"].Counts);
    }

    [Fact]
    public async Task A_loop_without_items_is_skipped_and_gives_an_empty_list()
    {
        var report = await new ScriptedHosts("h1").RunAsync(new Loop([]));

        Assert.Equal("0: ", report["h1"].Results!.Count.Text);
        Assert.Equal(1, report["h1"].Counts.Skipped);
    }

    [Theory]
    [Language("M2")]
    [InlineData(true, "h1 only-if-big", "big True, small False")]
    [InlineData(false, "h1 only-if-small", "big False, small True")]
    public async Task The_result_of_a_skipped_task_is_null(bool big, string ran, string seen)
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new Conditions(big));

        Assert.Equal([ran], hosts.Log);
        Assert.Equal(seen, report["h1"].Results!.Seen.Text);
        Assert.Single(hosts.Finished, finished => finished.Outcome == TaskOutcome.Skipped);
    }

    [Fact]
    public async Task A_run_tells_its_start_first_and_its_end_with_every_host_last()
    {
        var hosts = new ScriptedHosts("h1", "h2");

        await hosts.RunAsync(new ThreeSteps());

        Assert.IsType<RunStarted>(hosts.Events.First());
        var end = Assert.IsType<RunFinished>(hosts.Events.Last());
        Assert.Equal(["h1", "h2"], end.Hosts.Select(counts => counts.Host.Name));
        Assert.All(end.Hosts, counts => Assert.Equal(3, counts.Ok));
    }

    [Fact]
    public async Task A_limit_that_leaves_no_host_is_refused_before_anything_runs()
    {
        var hosts = new ScriptedHosts("[web]", "h1", "[db]", "h2");

        var refused = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new WebOnly(), options => options with { Limit = "db" }));

        Assert.Contains("'db'", refused.Message, StringComparison.Ordinal);
        Assert.Empty(hosts.Events);
    }
}

[Playbook("web")]
internal sealed partial record WebOnly
{
    public Command First => new("first");
}
