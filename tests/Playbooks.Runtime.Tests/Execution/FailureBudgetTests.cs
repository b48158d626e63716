
using Playbooks.Execution.Order;
using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class FailureBudgetTests
{
    [Theory]
    [Language("R5")]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task As_many_of_a_hundred_may_fail_as_the_playbook_says_and_no_more(int failing, bool othersGoOn)
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3", "h4");
        for (var host = 1; host <= failing; host++)
        {
            hosts.When("first", rc: 1, host: $"h{host}");
        }

        var report = await hosts.RunAsync(new HalfMayFail());

        Assert.Equal(2, report.ExitCode);
        Assert.Equal(othersGoOn, report["h4"].Results is not null);
        Assert.Equal(othersGoOn, hosts.Log.Contains("h4 second"));
    }

    [Fact]
    public async Task A_stopped_host_reports_which_task_it_has_not_run_and_why()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("first", rc: 1, host: "h1").When("first", rc: 1, seconds: 1, host: "h2");

        var report = await hosts.RunAsync(new HalfMayFail());

        var failure = Assert.IsType<TaskFailedException>(report["h3"].Failure);
        Assert.Equal("Second", failure.Task.Member);
        Assert.Equal("not run: 2 of 3 hosts failed (h1, h2), more than MaxFailPercentage = 50 allows", failure.Message);
        Assert.Contains(
            hosts.Finished,
            finished => finished is { Host.Name: "h3", Task.Member: "Second", Outcome: TaskOutcome.Failed } && finished.Message == failure.Message);
    }

    [Fact]
    [Language("R6")]
    public async Task Where_any_error_is_fatal_all_finish_the_task_that_failed_and_start_no_other()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("first", rc: 1, host: "h1").When("first", seconds: 60, host: "h2");

        var report = await hosts.RunAsync(new AllOrNone());

        Assert.Contains("h2 first done", hosts.Log);
        Assert.DoesNotContain(hosts.Log, line => line.EndsWith("second", StringComparison.Ordinal));
        Assert.Equal("not run: h1 failed, and AnyErrorsFatal stops all hosts after a failure", report["h3"].Failure!.Message);
        Assert.All(report.Hosts, host => Assert.Equal(1, host.Counts.Failed));
    }

    [Fact]
    public void In_the_linear_order_all_run_the_task_at_which_one_too_many_has_failed()
    {
        var (budget, first, second) = (
            new FailureBudget(new PlaybookInfo("p", "all", []) { AnyErrorsFatal = true }, hosts: 2), new TaskPosition(0), new TaskPosition(2));

        budget.Begin("h1", first);
        budget.Fail("h1");

        Assert.Null(budget.StopsAt(first));
        Assert.Equal("h1 failed, and AnyErrorsFatal stops all hosts after a failure", budget.StopsAt(second));
    }

    [Fact]
    public void Free_hosts_stop_wherever_they_are()
    {
        var budget = new FailureBudget(new PlaybookInfo("p", "all", []) { AnyErrorsFatal = true, Strategy = Strategy.Free }, hosts: 2);

        budget.Begin("h1", new TaskPosition(6));
        budget.Fail("h1");

        Assert.NotNull(budget.StopsAt(new TaskPosition(2)));
    }

    [Fact]
    public async Task A_lost_host_is_fatal_as_well()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("first", host: "h1", unreachable: true);

        var report = await hosts.RunAsync(new AllOrNone());

        Assert.DoesNotContain("h2 second", hosts.Log);
        Assert.Equal(6, report.ExitCode);
    }

    [Fact]
    public async Task An_ignored_failure_does_not_count()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("zeroth", rc: 1, host: "h1");

        var report = await hosts.RunAsync(new AllOrNone());

        Assert.Equal(0, report.ExitCode);
        Assert.Contains("h2 second", hosts.Log);
    }

    [Fact]
    public async Task The_jobs_of_a_stopped_host_are_ended()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("watch", seconds: 500).When("first", rc: 1, host: "h1");

        await hosts.RunAsync(new AllOrNoneWatched());

        Assert.Contains("h2 cancel watch", hosts.Log);
        Assert.InRange(hosts.Time.Seconds, 0, 20);
    }

    [Fact]
    public async Task No_batch_begins_after_one_in_which_too_many_failed()
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3", "h4").When("second", rc: 1, host: "h2");

        var report = await hosts.RunAsync(new AllOrNoneByTwo());

        Assert.NotNull(report["h1"].Results);
        Assert.DoesNotContain(hosts.Log, line => line.StartsWith("h3", StringComparison.Ordinal));
        var stopped = Assert.Single(hosts.Events.OfType<PlayStopped>());
        Assert.Equal("h2 failed, and AnyErrorsFatal stops all hosts after a failure", stopped.Reason);
        Assert.Equal(["h3", "h4"], stopped.NotRun.Select(host => host.Name));
    }

    [Fact]
    public async Task A_job_that_fails_at_the_end_counts_for_the_next_batch()
    {
        var hosts = new ScriptedHosts("h1", "h2").When("warm", rc: 1, seconds: 30);

        await hosts.RunAsync(new WarmOneByOne());

        Assert.DoesNotContain(hosts.Log, line => line.StartsWith("h2", StringComparison.Ordinal));
        Assert.Equal("h1 failed, and AnyErrorsFatal stops all hosts after a failure", Assert.Single(hosts.Events.OfType<PlayStopped>()).Reason);
    }
}

[Playbook("all", MaxFailPercentage = 50)]
internal sealed partial record HalfMayFail
{
    public Command First => new("first");

    public Command Second => new("second");
}

[Playbook("all", AnyErrorsFatal = true)]
internal sealed partial record AllOrNone
{
    [IgnoreErrors]
    public Command Zeroth => new("zeroth");

    public Command First => new("first");

    public Command Second => new("second");
}

[Playbook("all", AnyErrorsFatal = true)]
internal sealed partial record AllOrNoneWatched
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Watch => new("watch");

    public Command First => new("first");

    public Command Second => new("second");
}

[Playbook("all", AnyErrorsFatal = true, Serial = 2)]
internal sealed partial record AllOrNoneByTwo
{
    public Command First => new("first");

    public Command Second => new("second");
}

[Playbook("all", AnyErrorsFatal = true, Serial = 1)]
internal sealed partial record WarmOneByOne
{
    [Async(600, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Warm => new("warm");
}
