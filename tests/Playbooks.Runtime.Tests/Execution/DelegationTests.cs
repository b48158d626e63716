namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class DelegationTests
{
    private static readonly string[] s_webAndBalancers = ["[web]", "h1", "h2", "[balancers]", "lb1 ansible_become_user=proxy", "lb2"];

    [Fact]
    [Language("A19")]
    public async Task A_task_runs_on_its_delegate_and_belongs_to_the_host_that_it_is_for()
    {
        var hosts = new ScriptedHosts(s_webAndBalancers).When("drain h1", stdout: "drained 1", host: "lb1").When("drain h2", stdout: "drained 2", host: "lb1");

        var report = await hosts.RunAsync(new Draining());

        Assert.Equal(["h1 go", "h2 go", "lb1 drain h1", "lb1 drain h2"], hosts.Log.Order(StringComparer.Ordinal));
        Assert.Equal(["h1", "h2"], report.Hosts.Select(host => host.Host.Name));
        Assert.Equal(["h1: drained 1", "h2: drained 2"], report.Hosts.Select(host => host.Results!.Seen.Text));
        Assert.All(hosts.Finished, finished => Assert.StartsWith("h", finished.Host.Name, StringComparison.Ordinal));
    }

    [Fact]
    [Language("F27")]
    public async Task The_delegates_variables_decide_as_which_user_a_task_runs()
    {
        var hosts = new ScriptedHosts(s_webAndBalancers);

        await hosts.RunAsync(new DrainingAsAnother(), options => options with { Limit = "h1" });

        Assert.Equal(["lb1 as proxy drain"], hosts.Log);
    }

    [Fact]
    [Language("I4")]
    public async Task The_modules_word_is_nearer_and_each_item_of_a_loop_has_its_own()
    {
        var hosts = new ScriptedHosts(s_webAndBalancers);

        await hosts.RunAsync(new DrainingAll(), options => options with { Limit = "h1" });

        Assert.Equal(["h1 drain own", "lb1 drain lb1", "lb2 drain lb2"], hosts.Log.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Language("F27")]
    public async Task A_job_knows_its_host_and_tasks_that_wait_for_it_ask_there()
    {
        var hosts = new ScriptedHosts(s_webAndBalancers).When("snapshot", seconds: 100, stdout: "saved", host: "lb2");

        var report = await hosts.RunAsync(new Snapshots());

        Assert.Equal(["lb2", "lb2"], report.Hosts.Select(host => host.Results!.Where.Text));
        Assert.Equal(["saved", "saved"], report.Hosts.Select(host => host.Results!.Outcome.Stdout));
        Assert.Equal(2, hosts.Events.OfType<JobStarted>().Select(started => started.Job.Id).Distinct().Count());
        Assert.Equal(
            ["lb2 look snapshot h1", "lb2 look snapshot h2"],
            hosts.Log.Where(line => line.Contains(" look ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(hosts.Log, line => Assert.StartsWith("lb2 ", line, StringComparison.Ordinal));
        Assert.Equal(["h1", "h2"], hosts.Events.OfType<JobStarted>().Select(started => started.Host.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Language("F27")]
    public async Task A_job_is_cancelled_where_it_runs()
    {
        var hosts = new ScriptedHosts(s_webAndBalancers).When("watch", seconds: 500).When("go", rc: 1);

        await hosts.RunAsync(new Watched(), options => options with { Limit = "h1" });

        Assert.Contains("lb1 cancel watch", hosts.Log);
    }

    [Fact]
    public async Task Jobs_of_many_delegates_are_awaited_from_one_host()
    {
        var hosts = new ScriptedHosts(s_webAndBalancers).When("flush", seconds: 60, stdout: "flushed");

        var report = await hosts.RunAsync(new FlushingAll(), options => options with { Limit = "h1" });

        Assert.Equal(
            ["lb1 start flush", "lb2 start flush"], hosts.Log.Where(line => line.Contains(" start ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal("flushed flushed", report["h1"].Results!.Seen.Text);
    }

    [Fact]
    public async Task A_delegate_that_cannot_be_reached_is_a_failure_and_loses_no_host()
    {
        var hosts = new ScriptedHosts(s_webAndBalancers).When("drain", host: "lb1", unreachable: true);

        var report = await hosts.RunAsync(new Draining());

        Assert.Equal(2, report.ExitCode);
        Assert.All(report.Hosts, host => Assert.Equal((1, 0), (host.Counts.Failed, host.Counts.Unreachable)));
        Assert.Equal("the task is delegated to lb1, which is unreachable: no route to host", report["h1"].Failure!.Message);
    }

    [Fact]
    public async Task A_delegate_that_is_lost_during_its_job_is_a_failure_of_the_job()
    {
        var hosts = new ScriptedHosts(s_webAndBalancers).Losing("watch", seconds: 20);

        var report = await hosts.RunAsync(new Watched(), options => options with { Limit = "h1" });

        Assert.Equal(2, report.ExitCode);
        Assert.Equal((1, 0), (report["h1"].Counts.Failed, report["h1"].Counts.Unreachable));
        Assert.StartsWith("lost: the job ran on lb1, which is unreachable: ", report["h1"].Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(JobState.Lost, Assert.Single(hosts.Events.OfType<JobFinished>()).Job.State);
    }

    [Fact]
    [Language("F28")]
    public async Task A_delegate_that_an_attribute_names_is_looked_up_before_anything_runs()
    {
        var hosts = new ScriptedHosts("[web]", "h1");

        var refused = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new Draining()));

        Assert.Equal("The task 'Drain' is delegated to 'lb1', which is not a host of the inventory.", refused.Message);
        Assert.Empty(hosts.Events);
    }

    [Fact]
    public async Task A_computed_delegate_that_does_not_exist_is_a_failure()
    {
        var hosts = new ScriptedHosts("[web]", "h1");

        var report = await hosts.RunAsync(new ToSomebody("lb9"));

        Assert.Equal("the task is delegated to 'lb9', which is not a host of the inventory", report["h1"].Failure!.Message);
    }

    [Fact]
    [Language("F28")]
    public async Task This_machine_is_always_there()
    {
        var hosts = new ScriptedHosts("[web]", "h1");

        await hosts.RunAsync(new ToSomebody("localhost"));

        Assert.Equal(["localhost go"], hosts.Log);
    }
}

[Playbook("web")]
internal sealed partial record Draining
{
    [DelegateTo("lb1")]
    public Command Drain(Host host) => new($"drain {host.Name}");

    public Command Go => new("go");

    public Debug Seen(Host host, CommandResult drain) => new($"{host.Name}: {drain.Stdout}");
}

[Playbook("web", Become = true)]
internal sealed partial record DrainingAsAnother
{
    [DelegateTo("lb1")]
    public Command Drain => new("drain");
}

[Playbook("web")]
internal sealed partial record DrainingAll
{
    [DelegateTo("lb1")]
    public IEnumerable<Command> Drain(Host host) =>
        [new("drain lb1"), new("drain lb2") { DelegateTo = "lb2" }, new("drain own") { DelegateTo = host.Name }];
}

[Playbook("web")]
internal sealed partial record Snapshots
{
    [DelegateTo("lb2"), Async(600, Poll = 0)]
    public Command Snapshot(Host host) => new($"snapshot {host.Name}");

    public AsyncStatus<CommandResult> Look(Job<CommandResult> snapshot) => new(snapshot);

    public Debug Where(Job<CommandResult> snapshot) => new(snapshot.Host);

    public Wait<CommandResult> Outcome(Job<CommandResult> snapshot) => new(snapshot);
}

[Playbook("web")]
internal sealed partial record Watched
{
    [DelegateTo("lb1"), Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Watch => new("watch");

    public Command Go => new("go");
}

[Playbook("web")]
internal sealed partial record FlushingAll
{
    [Async(600, Poll = 0)]
    public IEnumerable<Command> Flush => new[] { "lb1", "lb2" }.Select(balancer => new Command("flush") { DelegateTo = balancer });

    public Debug Seen(IReadOnlyList<CommandResult> flush) => new($"{string.Join(' ', flush.Select(one => one.Stdout))}");
}

[Playbook("web")]
internal sealed partial record ToSomebody(string Somebody)
{
    public Command Go => new("go") { DelegateTo = Somebody };
}
