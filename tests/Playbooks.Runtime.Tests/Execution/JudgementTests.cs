namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class JudgementTests
{
    [Fact]
    [Language("A21", "A23", "I1", "F5")]
    public async Task The_modules_word_is_nearer_than_the_attributes_and_that_is_nearer_than_the_results()
    {
        var hosts = new ScriptedHosts("h1").When("fails", rc: 2);

        var report = await hosts.RunAsync(new Judged());

        var results = report["h1"].Results!;
        Assert.Equal((true, false), (results.Ignored.Failed, results.Ignored.Changed));
        Assert.Equal((false, 2), (results.Forgiven.Failed, results.Forgiven.Rc));
        Assert.False(results.Unchanged.Changed);
        Assert.True(results.ByModule.Failed);
        Assert.Equal(new HostCounts(report["h1"].Host, Ok: 4, Changed: 1, 0, 0, 0, 0, Ignored: 2), report["h1"].Counts);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    [Language("F3")]
    public async Task An_exception_in_a_member_fails_its_task_on_that_host_with_file_and_line()
    {
        var hosts = new ScriptedHosts("h1", "h2");

        var report = await hosts.RunAsync(new Throwing());

        var failure = Assert.IsType<TaskFailedException>(report["h1"].Failure);
        Assert.Equal("Greet", failure.Task.Member);
        Assert.Contains("InvalidOperationException: not for h1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("JudgementTests.cs:", failure.Message, StringComparison.Ordinal);
        Assert.Null(report["h2"].Failure);
        Assert.Contains(hosts.Finished, finished => finished.Host.Name == "h1" && finished.Outcome == TaskOutcome.Failed);
    }

    [Fact]
    [Language("A11")]
    public async Task A_retried_task_runs_again_after_its_delay_until_it_does_not_fail()
    {
        var hosts = new ScriptedHosts("h1").When("flaky", rc: 1);

        var report = await hosts.RunAsync(new Retried());

        Assert.Equal(4, hosts.Log.Count);
        Assert.InRange(hosts.Time.Seconds, 30, 31);
        Assert.Equal([2, 3, 4], hosts.Events.OfType<TaskRetrying>().Select(retrying => retrying.Attempt));
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    [Language("A11", "I1")]
    public async Task Until_decides_over_a_success_too()
    {
        var hosts = new ScriptedHosts("h1").When("state", stdout: "starting");

        var report = await hosts.RunAsync(new UntilReady());

        Assert.Equal(3, hosts.Log.Count);
        Assert.Equal("the condition of Until was still false after 3 runs of the task", report["h1"].Failure!.Message);
    }
}

[Playbook("all")]
internal sealed partial record Judged
{
    [IgnoreErrors]
    public Command Ignored => new("fails ignored");

    [FailedWhen(false)]
    public Command Forgiven => new("fails forgiven");

    [ChangedWhen(false)]
    public Command Unchanged => new("unchanged");

    [FailedWhen(false), IgnoreErrors]
    public Command ByModule => new("fails by-module") { FailedWhen = result => result.Rc > 1 };
}

[Playbook("all")]
internal sealed partial record Throwing
{
    public Debug Greet(Host host) => host.Name == "h1" ? throw new InvalidOperationException("not for h1") : new($"hello {host.Name}");
}

[Playbook("all")]
internal sealed partial record Retried
{
    [Retry(3, Delay = 10)]
    public Command Flaky => new("flaky");
}

[Playbook("all")]
internal sealed partial record UntilReady
{
    [Retry(2, Delay = 1)]
    public Command State => new("state") { Until = result => result.Stdout == "ready" };
}
