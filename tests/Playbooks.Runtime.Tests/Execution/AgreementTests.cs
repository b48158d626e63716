using Playbooks.Execution.Agreement;
using Playbooks.Execution.Order;
using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Execution;

public sealed class AgreementTests
{
    private static readonly PlaybookInfo s_playbook = new("p", "all", []) { AnyErrorsFatal = true };

    private readonly IAgreement _agreement = new ScriptedHosts().Options.Agreement(s_playbook, ["h1", "h2", "h3"]);

    [Fact]
    public async Task A_position_opens_when_the_last_live_host_has_come()
    {
        var first = ArriveAsync("h2", 0);
        var second = ArriveAsync("h3", 0);

        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        Assert.Equal("h1", await ArriveAsync("h1", 0));
        Assert.Equal("h1", await first);
        Assert.Equal("h1", await second);
    }

    [Fact]
    public async Task A_host_that_goes_another_way_holds_up_nobody_and_runs_nothing_for_the_others()
    {
        var later = ArriveAsync("h1", 4);
        var third = ArriveAsync("h3", 2);

        Assert.Equal("h2", await ArriveAsync("h2", 2));
        Assert.Equal("h2", await third);
        Assert.False(later.IsCompleted);

        _ = ArriveAsync("h3", 4);
        _ = ArriveAsync("h2", 4);
        Assert.Equal("h1", await later);
    }

    [Fact]
    public async Task A_host_that_waits_inside_a_block_is_past_its_beginning_and_before_its_end()
    {
        var inside = ArriveAsync("h1", 4, 0, 2);
        var beginning = ArriveAsync("h2", 4);
        var end = ArriveAsync("h3", 5);

        Assert.Equal("h2", await beginning);
        Assert.False(inside.IsCompleted);

        var next = ArriveAsync("h2", 4, 2);
        Assert.Equal("h1", await inside);
        Assert.False(end.IsCompleted);

        _ = ArriveAsync("h1", 5);
        Assert.Equal("h2", await next);
        Assert.False(end.IsCompleted);

        _ = ArriveAsync("h2", 5);
        Assert.Equal("h1", await end);
    }

    [Fact]
    public async Task A_host_may_say_how_far_it_is_without_waiting()
    {
        await _agreement.ReachAsync("h1", lane: null, new TaskPosition(6));
        await _agreement.ReachAsync("h2", lane: null, new TaskPosition(2));
        var waiting = ArriveAsync("h3", 2);

        Assert.Equal("h3", await waiting);

        var behind = ArriveAsync("h3", 4);
        Assert.False(behind.IsCompleted);
        await _agreement.ReachAsync("h2", lane: null, new TaskPosition(4));
        Assert.Equal("h3", await behind);
    }

    [Fact]
    public async Task Within_a_branch_a_host_that_goes_past_it_or_leaves_holds_up_nobody()
    {
        var branch = new TaskPosition(2);
        var lane = new Lane(Around: null, branch);
        await _agreement.EnterAsync("h1", lane);
        var inside = ArriveAsync("h1", lane, branch.Within(0));

        await _agreement.ReachAsync("h2", lane: null, new TaskPosition(1));
        await _agreement.LeaveAsync("h3", lane: null);
        Assert.False(inside.IsCompleted);

        await _agreement.ReachAsync("h2", lane: null, new TaskPosition(4));
        Assert.Equal("h1", await inside);
    }

    [Fact]
    public async Task A_host_that_has_reached_a_branch_is_waited_for_there_wherever_its_other_tasks_are()
    {
        var branch = new TaskPosition(2);
        var lane = new Lane(Around: null, branch);
        await _agreement.EnterAsync("h1", lane);
        await _agreement.EnterAsync("h2", lane);
        var inside = ArriveAsync("h1", lane, branch.Within(0));

        await _agreement.LeaveAsync("h3", lane: null);
        await _agreement.ReachAsync("h2", lane: null, new TaskPosition(4));
        Assert.False(inside.IsCompleted);

        await _agreement.ReachAsync("h2", lane, branch.Within(2));
        Assert.Equal("h1", await inside);
    }

    [Fact]
    public async Task A_host_that_passed_a_branch_before_any_host_reached_it_is_not_waited_for_there()
    {
        var branch = new TaskPosition(2);
        var lane = new Lane(Around: null, branch);
        await _agreement.ReachAsync("h2", lane: null, new TaskPosition(4));
        await _agreement.ReachAsync("h3", lane: null, new TaskPosition(2, 1));

        await _agreement.EnterAsync("h1", lane);

        Assert.Equal("h1", await ArriveAsync("h1", lane, branch.Within(0)));
    }

    [Fact]
    public async Task Nobody_goes_back()
    {
        await _agreement.ReachAsync("h1", lane: null, new TaskPosition(6));
        await _agreement.ReachAsync("h1", lane: null, new TaskPosition(2));
        await _agreement.ReachAsync("h2", lane: null, new TaskPosition(6));

        Assert.Equal("h3", await ArriveAsync("h3", 6));
    }

    [Fact]
    public async Task A_host_that_leaves_is_waited_for_no_more()
    {
        var first = ArriveAsync("h2", 0);
        var second = ArriveAsync("h3", 0);

        await _agreement.LeaveAsync("h1", lane: null);

        Assert.Equal("h2", await first);
        Assert.Equal("h2", await second);
    }

    [Fact]
    public async Task A_host_that_stops_waiting_keeps_its_position()
    {
        using var stop = new CancellationTokenSource();
        var stopped = _agreement.ArriveAsync(new Boundary("h1", Lane: null, new TaskPosition(0)) { Waits = true }, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);

        _ = ArriveAsync("h2", 0);
        await ArriveAsync("h3", 0);
    }

    [Fact]
    public async Task A_RunOnce_task_is_run_by_the_first_waiting_host_and_all_hosts_get_its_outcome()
    {
        var (second, third) = (ArriveAsync("h2", 0), ArriveAsync("h3", 0));
        Assert.Equal(("h1", "h1", "h1"), (await ArriveAsync("h1", 0), await second, await third));
        var (decision, result) = (_agreement.DecisionAsync("[0]", Token), _agreement.ResultAsync("[0]", Token));
        Assert.False(decision.IsCompleted);

        await _agreement.DecideAsync("[0]", runs: true);
        Assert.Equal(new OnceAnswer<bool>(Value: true, Failure: null), await decision);
        Assert.False(result.IsCompleted);

        await _agreement.CompleteAsync("[0]", new SharedValue("given"));
        Assert.Equal("given", (await result).Value?.Result);
    }

    [Fact]
    public async Task Hosts_that_wait_learn_that_the_running_host_has_abandoned_the_task_or_left()
    {
        _ = (ArriveAsync("h2", 0), ArriveAsync("h3", 0));
        await ArriveAsync("h1", 0);
        await _agreement.AbandonAsync("[0]", new SharedFailure("broken", Result: null));
        Assert.Equal("broken", (await _agreement.ResultAsync("[0]", Token)).Failure?.Message);

        _ = (ArriveAsync("h2", 2), ArriveAsync("h3", 2));
        await ArriveAsync("h1", 2);
        await _agreement.LeaveAsync("h1", lane: null);
        Assert.Equal("h1 stopped before the task ended there", (await _agreement.ResultAsync("[2]", Token)).Failure?.Message);
    }

    [Fact]
    public async Task A_host_that_stopped_waiting_and_left_runs_nothing_for_the_others()
    {
        using var stop = new CancellationTokenSource();
        var stopped = _agreement.ArriveAsync(At("h1", lane: null, new TaskPosition(0)), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        await _agreement.LeaveAsync("h1", lane: null);

        _ = ArriveAsync("h2", 0);
        var runner = await ArriveAsync("h3", 0);

        Assert.True(runner == "h2" || (await _agreement.ResultAsync("[0]", Token)).Failure is not null, runner);
    }

    [Fact]
    public async Task Values_of_all_hosts_are_collected_in_host_order_and_promised_values_are_waited_for()
    {
        await _agreement.GiveAsync("Task", "h3", new SharedValue(3));
        await _agreement.PromiseAsync("Task", "h1");
        await _agreement.PromiseAsync("Task", "h2");
        var gathered = _agreement.GatherAsync("Task", Token);

        await _agreement.GiveAsync("Task", "h1", new SharedValue(1));
        Assert.False(gathered.IsCompleted);

        await _agreement.GiveAsync("Task", "h2", given: null);
        Assert.Equal([("h1", new SharedValue(1)), ("h3", new SharedValue(3))], await gathered);
    }

    [Fact]
    public async Task A_failure_stops_the_others_after_the_task_at_which_it_came()
    {
        var arrivals = Task.WhenAll(new[] { "h1", "h2", "h3" }.Select(host => _agreement.ArriveAsync(At(host, lane: null, new TaskPosition(0)), Token)));
        Assert.All(await arrivals, arrival => Assert.Null(arrival.StopReason));
        Assert.Null(await _agreement.StopReasonAsync());

        await _agreement.FailAsync("h1");
        await _agreement.LeaveAsync("h1", lane: null);

        var next = Task.WhenAll(new[] { "h2", "h3" }.Select(host => _agreement.ArriveAsync(At(host, lane: null, new TaskPosition(2)), Token)));
        Assert.All(await next, arrival => Assert.Equal("h1 failed, and AnyErrorsFatal stops all hosts after a failure", arrival.StopReason));
        Assert.Equal("h1 failed, and AnyErrorsFatal stops all hosts after a failure", await _agreement.StopReasonAsync());
    }

    [Fact]
    public async Task No_more_hosts_are_at_a_task_than_it_allows()
    {
        await _agreement.AcquireAsync("Task", 2, Token);
        await _agreement.AcquireAsync("Task", 2, Token);
        var third = _agreement.AcquireAsync("Task", 2, Token);
        Assert.False(third.IsCompleted);

        await _agreement.ReleaseAsync("Task");
        await third;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<string> ArriveAsync(string host, params int[] places) => ArriveAsync(host, lane: null, new TaskPosition(places));

    /// <summary>Comes to a position, and gives the first of those that wait there.</summary>
    private async Task<string> ArriveAsync(string host, Lane? lane, TaskPosition position) =>
        (await _agreement.ArriveAsync(At(host, lane, position), CancellationToken.None)).Runner!;

    private static Boundary At(string host, Lane? lane, TaskPosition position) => new(host, lane, position) { Waits = true, Once = $"{position}" };
}
