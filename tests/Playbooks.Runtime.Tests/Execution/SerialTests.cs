namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class SerialTests
{
    private static readonly string[] s_five = ["h1", "h2", "h3", "h4", "h5"];

    [Fact]
    [Language("R4")]
    public async Task A_number_sets_how_many_hosts_run_at_a_time() =>
        Assert.Equal(["1/3 h1 h2", "2/3 h3 h4", "3/3 h5"], await BatchesAsync(new ByTwo()));

    [Fact]
    [Language("R4")]
    public async Task A_number_may_be_a_text() =>
        Assert.Equal(["1/2 h1 h2 h3", "2/2 h4 h5"], await BatchesAsync(new ByText()));

    [Fact]
    [Language("R4")]
    public async Task A_percentage_is_of_all_hosts_and_rounded_down() =>
        Assert.Equal(["1/3 h1 h2", "2/3 h3 h4", "3/3 h5"], await BatchesAsync(new ByHalf()));

    [Fact]
    public async Task A_percentage_is_at_least_one_host() =>
        Assert.Equal(["1/5 h1", "2/5 h2", "3/5 h3", "4/5 h4", "5/5 h5"], await BatchesAsync(new ByTenth()));

    [Fact]
    [Language("R4")]
    public async Task Of_a_list_the_last_size_holds_for_all_that_are_left() =>
        Assert.Equal(["1/3 h1", "2/3 h2 h3", "3/3 h4 h5"], await BatchesAsync(new OneThenTwo()));

    [Fact]
    public async Task A_batch_of_all_hosts_is_not_shown_as_a_batch() =>
        Assert.Empty(await BatchesAsync(new ByHundred()));

    [Fact]
    public async Task A_batch_begins_when_the_last_host_of_the_one_before_has_ended_with_its_jobs()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("warm", seconds: 300, host: "h2");

        var report = await hosts.RunAsync(new Rolling());

        Assert.Equal("h3 stop", hosts.Log.SkipWhile(line => line != "h2 remove warm").Skip(1).First());
        Assert.DoesNotContain(hosts.Log.TakeWhile(line => line != "h2 remove warm"), line => line.StartsWith("h3", StringComparison.Ordinal));
        Assert.Equal(["h1", "h2", "h3"], report.Hosts.Select(host => host.Host.Name));
        Assert.All(report.Hosts, host => Assert.NotNull(host.Results));
    }

    [Fact]
    public async Task A_RunOnce_task_runs_once_for_each_batch()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3");

        await hosts.RunAsync(new OnceABatch());

        Assert.Equal(["h1 drain", "h3 drain"], hosts.Log);
    }

    [Fact]
    public async Task A_batch_that_has_failed_whole_is_the_last()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("stop", rc: 1, host: "h1").When("stop", host: "h2", unreachable: true);

        var report = await hosts.RunAsync(new Rolling());

        Assert.Equal(6, report.ExitCode);
        Assert.Equal(["h1 stop", "h2 stop"], hosts.Log.Order(StringComparer.Ordinal));
        var stopped = Assert.Single(hosts.Events.OfType<PlayStopped>());
        Assert.StartsWith("2 of 2 hosts failed (", stopped.Reason, StringComparison.Ordinal);
        Assert.Equal(["h3"], stopped.NotRun.Select(host => host.Name));
        Assert.Equal(new HostReport<Rolling.Results>(report["h3"].Host, new HostCounts(report["h3"].Host, 0, 0, 0, 0, 0, 0, 0), null, null), report["h3"]);
    }

    [Fact]
    public async Task A_batch_with_a_host_left_is_not()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("stop", rc: 1, host: "h1");

        var report = await hosts.RunAsync(new Rolling());

        Assert.Equal(2, report.ExitCode);
        Assert.Empty(hosts.Events.OfType<PlayStopped>());
        Assert.NotNull(report["h3"].Results);
    }

    [Fact]
    public async Task An_interruption_begins_no_further_batch()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("stop", seconds: 100);

        await hosts.RunAndInterruptAsync(new Rolling(), seconds: 50);

        Assert.DoesNotContain(hosts.Log, line => line.StartsWith("h3", StringComparison.Ordinal));
        Assert.Empty(hosts.Events.OfType<PlayStopped>());
    }

    private static async Task<IEnumerable<string>> BatchesAsync<TResults>(IPlaybook<TResults> playbook)
        where TResults : class
    {
        var hosts = new ScriptedHosts(s_five);
        var report = await hosts.RunAsync(playbook);
        Assert.Equal(5, report.Hosts.Count(host => host.Results is not null));
        return hosts.Events.OfType<BatchStarted>().Select(batch => $"{batch.Number}/{batch.Count} {string.Join(' ', batch.Hosts.Select(host => host.Name))}");
    }
}

[Playbook("all", Serial = 2)]
internal sealed partial record ByTwo
{
    public Command Go => new("go");
}

[Playbook("all", Serial = "3")]
internal sealed partial record ByText
{
    public Command Go => new("go");
}

[Playbook("all", Serial = "50%")]
internal sealed partial record ByHalf
{
    public Command Go => new("go");
}

[Playbook("all", Serial = "10%")]
internal sealed partial record ByTenth
{
    public Command Go => new("go");
}

[Playbook("all", Serial = new object[] { 1, "40%" })]
internal sealed partial record OneThenTwo
{
    public Command Go => new("go");
}

[Playbook("all", Serial = 100)]
internal sealed partial record ByHundred
{
    public Command Go => new("go");
}

[Playbook("all", Serial = 2)]
internal sealed partial record Rolling
{
    public Command Stop => new("stop");

    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Warm => new("warm");
}

[Playbook("all", Serial = 2)]
internal sealed partial record OnceABatch
{
    [RunOnce]
    public Command Drain => new("drain");
}
