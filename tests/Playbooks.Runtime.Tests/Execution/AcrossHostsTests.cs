namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class AcrossHostsTests
{
    [Fact]
    [Language("P9")]
    public async Task Every_host_sees_what_all_gave_in_the_order_of_the_inventory()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("version", stdout: "v1").When("version", stdout: "v2", seconds: 60, host: "h1");

        var report = await hosts.RunAsync(new Versions());

        Assert.All(report.Hosts, host => Assert.Equal("h1 v2, h2 v1, h3 v1", host.Results!.Show.Text));
    }

    [Fact]
    [Language("P9")]
    public async Task It_is_a_list_of_hosts_and_results_and_a_host_finds_its_result()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("version", stdout: "v1").When("version", stdout: "v2", host: "h2");

        var report = await hosts.RunAsync(new ListedVersions());

        Assert.Equal(["h1 v1", "h2 v2", "h3 v1"], report["h1"].Results!.Each.Select(one => one.Text));
        Assert.Equal("3: h1+h3 v1, h2 v2; own v2, last h3", report["h2"].Results!.Show.Text);
    }

    [Fact]
    public async Task The_results_of_a_block_are_those_of_all_hosts_too_jobs_joined()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("size", stdout: "s").When("job h1", stdout: "1", seconds: 30).When("job h2", stdout: "2", seconds: 90);

        var report = await hosts.RunAsync(new Measured());

        Assert.All(report.Hosts, host => Assert.Equal("h1 s1, h2 s2", host.Results!.Show.Text));
        Assert.InRange(hosts.Time.Seconds, 90, 91);
    }

    [Fact]
    [Language("F23")]
    public async Task Free_hosts_meet_for_it()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("version", stdout: "v1").When("version", stdout: "v2", seconds: 60, host: "h1");

        var report = await hosts.RunAsync(new FreeVersions());

        Assert.All(report.Hosts, host => Assert.Equal("h1 v2, h2 v1", host.Results!.Show.Text));
    }

    [Fact]
    [Language("F24")]
    public async Task A_host_that_was_lost_or_skipped_the_task_is_not_in_it_and_one_that_failed_is()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3", "skipped").When("version", stdout: "v1")
            .When("version", host: "h1", unreachable: true).When("version", rc: 1, stdout: "bad", host: "h2");

        var report = await hosts.RunAsync(new SomeVersions());

        Assert.Equal("h2 bad, h3 v1", report["h3"].Results!.Show.Text);
        Assert.Equal("h2 bad, h3 v1", report["skipped"].Results!.Show.Text);
    }

    [Fact]
    [Language("F24")]
    public async Task The_jobs_of_all_hosts_are_waited_for()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("build", stdout: "b1", seconds: 50, host: "h1").When("build", stdout: "b2", seconds: 100, host: "h2");

        var report = await hosts.RunAsync(new Builds());

        Assert.All(report.Hosts, host => Assert.Equal("b1 b2", host.Results!.Show.Text));
        Assert.InRange(hosts.Time.Seconds, 100, 101);
    }

    [Fact]
    public async Task The_failure_of_a_job_is_its_own_hosts_and_the_others_see_its_result()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("build", rc: 3, stdout: "broken", seconds: 50, host: "h1").When("build", stdout: "b2", host: "h2");

        var report = await hosts.RunAsync(new Builds());

        Assert.Equal("Build", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Equal("broken b2", report["h2"].Results!.Show.Text);
        Assert.Equal((0, 1), (report["h2"].Counts.Failed, report["h1"].Counts.Failed));
    }

    [Fact]
    public async Task Of_a_lost_job_the_others_know_nothing()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("build", stdout: "b2").Losing("build", seconds: 20, host: "h1");

        var report = await hosts.RunAsync(new Builds());

        Assert.Equal("b2", report["h2"].Results!.Show.Text);
        Assert.Equal(1, report["h1"].Counts.Unreachable);
    }

    [Fact]
    public async Task A_loop_of_jobs_returns_one_list_for_each_host()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("do", stdout: "x", seconds: 10);

        var report = await hosts.RunAsync(new LoopBuilds());

        Assert.All(report.Hosts, host => Assert.Equal("h1 xx, h2 xx", host.Results!.Show.Text));
    }

    [Fact]
    public async Task The_failure_of_an_item_is_its_own_hosts_too()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("do", stdout: "x", seconds: 10).When("do b", rc: 1, stdout: "y", seconds: 10, host: "h2");

        var report = await hosts.RunAsync(new LoopBuilds());

        Assert.Equal("h1 xx, h2 xy", report["h1"].Results!.Show.Text);
        Assert.Equal("Build", Assert.IsType<TaskFailedException>(report["h2"].Failure).Task.Member);
    }

    [Fact]
    public async Task A_failure_that_nobody_asks_for_ends_the_wait_for_the_jobs_of_others()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("build", seconds: 100).When("doomed", rc: 1, seconds: 5, host: "h1");
        var started = hosts.Time.GetUtcNow();

        var report = await hosts.RunAsync(new DoomedAcross());

        var ended = Assert.Single(hosts.Events.OfType<JobFinished>(), job => job.Task.Member == "Build" && job.Host.Name == "h1");
        Assert.Equal(5, (ended.At - started).TotalSeconds);
        Assert.Equal("Doomed", Assert.IsType<TaskFailedException>(report["h1"].Failure).Task.Member);
        Assert.Null(report["h2"].Failure);
    }

    [Fact]
    public async Task Only_the_hosts_of_the_batch_are_in_it()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("version", stdout: "v1");

        var report = await hosts.RunAsync(new VersionsByTwo());

        Assert.Equal(["h1 v1, h2 v1", "h1 v1, h2 v1", "h3 v1"], report.Hosts.Select(host => host.Results!.Show.Text));
    }
}

[Playbook("all")]
internal sealed partial record Measured
{
    public Measure Measure(Host host) => new(host.Name);

    public Debug Show(AcrossHosts<Measure.Results> measure) =>
        new(string.Join(", ", measure.Hosts.Select(host => $"{host.Name} {measure[host.Name].Size.Stdout}{measure[host.Name].Job.Stdout}")));
}

[Block]
internal sealed partial record Measure(string Name)
{
    public Command Size => new($"size {Name}");

    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Job => new($"job {Name}");
}

[Playbook("all")]
internal sealed partial record Versions
{
    public Command Version => new("version");

    public Debug Show(AcrossHosts<CommandResult> version) => new(AcrossText.Of(version));
}

[Playbook("all")]
internal sealed partial record ListedVersions
{
    public Command Version => new("version");

    public IEnumerable<Debug> Each(AcrossHosts<CommandResult> version)
    {
        foreach (var (host, result) in version)
        {
            yield return new($"{host.Name} {result.Stdout}");
        }
    }

    public Debug Show(AcrossHosts<CommandResult> version, Host host)
    {
        IReadOnlyList<(Host Host, CommandResult Result)> list = version;
        var groups = version.GroupBy(one => one.Result.Stdout).Select(group => $"{string.Join('+', group.Select(one => one.Host.Name))} {group.Key}");
        return new($"{version.Count}: {string.Join(", ", groups)}; own {version[host].Stdout}, last {list[^1].Host}");
    }
}

[Playbook("all", Strategy = Strategy.Free)]
internal sealed partial record FreeVersions
{
    public Command Version => new("version");

    public Debug Show(AcrossHosts<CommandResult> version) => new(AcrossText.Of(version));
}

[Playbook("all", Serial = 2)]
internal sealed partial record VersionsByTwo
{
    public Command Version => new("version");

    public Debug Show(AcrossHosts<CommandResult> version) => new(AcrossText.Of(version));
}

[Playbook("all")]
internal sealed partial record SomeVersions
{
    public Command? Version(Host host) => host.Name == "skipped" ? null : new("version");

    public Debug Show(AcrossHosts<CommandResult> version) => new(AcrossText.Of(version));
}

[Playbook("all")]
internal sealed partial record Builds
{
    [Async(600, Poll = 0)]
    public Command Build => new("build");

    public Debug Show(AcrossHosts<CommandResult> build) => new($"{string.Join(' ', build.Results.Select(one => one.Stdout))}");
}

[Playbook("all")]
internal sealed partial record LoopBuilds
{
    [Async(600, Poll = 0)]
    public IEnumerable<Command> Build => [new("do a"), new("do b")];

    public Debug Show(AcrossHosts<IReadOnlyList<CommandResult>> build) =>
        new($"{string.Join(", ", build.Hosts.Select(host => $"{host.Name} {string.Concat(build[host.Name].Select(one => one.Stdout))}"))}");
}

[Playbook("all")]
internal sealed partial record DoomedAcross
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Doomed => new("doomed");

    [Async(600, Poll = 0)]
    public Command Build => new("build");

    public Debug Show(AcrossHosts<CommandResult> build) => new(AcrossText.Of(build));
}

internal static class AcrossText
{
    internal static string Of(AcrossHosts<CommandResult> results) =>
        string.Join(", ", results.Hosts.Select(host => $"{host.Name} {results[host.Name].Stdout}"));
}
