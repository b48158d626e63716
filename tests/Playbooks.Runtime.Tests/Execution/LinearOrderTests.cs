
using Playbooks.Execution.Order;

namespace Playbooks.Runtime.Tests.Execution;

public sealed class LinearOrderTests
{
    private static readonly Host s_h1 = new("h1");
    private static readonly Host s_h2 = new("h2");
    private static readonly Host s_h3 = new("h3");

    private readonly LinearOrder _order = new([s_h1, s_h2, s_h3]);

    [Fact]
    public async Task A_position_opens_when_the_last_live_host_has_come()
    {
        var first = ArriveAsync(s_h2, 0);
        var second = ArriveAsync(s_h3, 0);

        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        Assert.Same(s_h1, await ArriveAsync(s_h1, 0));
        Assert.Same(s_h1, await first);
        Assert.Same(s_h1, await second);
    }

    [Fact]
    public async Task A_host_that_goes_another_way_holds_up_nobody_and_runs_nothing_for_the_others()
    {
        var later = ArriveAsync(s_h1, 4);
        var third = ArriveAsync(s_h3, 2);

        Assert.Same(s_h2, await ArriveAsync(s_h2, 2));
        Assert.Same(s_h2, await third);
        Assert.False(later.IsCompleted);

        _ = ArriveAsync(s_h3, 4);
        _ = ArriveAsync(s_h2, 4);
        Assert.Same(s_h1, await later);
    }

    [Fact]
    public async Task Who_waits_inside_of_a_block_is_past_its_beginning_and_before_its_end()
    {
        var inside = ArriveAsync(s_h1, 4, 0, 2);
        var beginning = ArriveAsync(s_h2, 4);
        var end = ArriveAsync(s_h3, 5);

        Assert.Same(s_h2, await beginning);
        Assert.False(inside.IsCompleted);

        var next = ArriveAsync(s_h2, 4, 2);
        Assert.Same(s_h1, await inside);
        Assert.False(end.IsCompleted);

        _ = ArriveAsync(s_h1, 5);
        Assert.Same(s_h2, await next);
        Assert.False(end.IsCompleted);

        _ = ArriveAsync(s_h2, 5);
        Assert.Same(s_h1, await end);
    }

    [Fact]
    public async Task A_host_may_say_how_far_it_is_without_waiting()
    {
        _order.Reach(s_h1, new TaskPosition(6));
        _order.Reach(s_h2, new TaskPosition(2));
        var waiting = ArriveAsync(s_h3, 2);

        Assert.Same(s_h3, await waiting);

        var behind = ArriveAsync(s_h3, 4);
        Assert.False(behind.IsCompleted);
        _order.Reach(s_h2, new TaskPosition(4));
        Assert.Same(s_h3, await behind);
    }

    [Fact]
    public async Task Within_a_branch_a_host_that_goes_past_it_or_leaves_holds_up_nobody()
    {
        var branch = new TaskPosition(2);
        var inside = _order.Enter(s_h1, branch).ArriveAsync(s_h1, branch.Within(0), CancellationToken.None);

        _order.Reach(s_h2, new TaskPosition(1));
        _order.Leave(s_h3);
        Assert.False(inside.IsCompleted);

        _order.Reach(s_h2, new TaskPosition(4));
        Assert.Same(s_h1, await inside);
    }

    [Fact]
    public async Task Who_has_come_to_a_branch_is_waited_for_there_wherever_its_other_tasks_are()
    {
        var branch = new TaskPosition(2);
        var lane = _order.Enter(s_h1, branch);
        _ = _order.Enter(s_h2, branch);
        var inside = lane.ArriveAsync(s_h1, branch.Within(0), CancellationToken.None);

        _order.Leave(s_h3);
        _order.Reach(s_h2, new TaskPosition(4));
        Assert.False(inside.IsCompleted);

        lane.Reach(s_h2, branch.Within(2));
        Assert.Same(s_h1, await inside);
    }

    [Fact]
    public void Who_has_gone_past_a_branch_before_anybody_came_to_it_is_not_waited_for_there()
    {
        var branch = new TaskPosition(2);
        _order.Reach(s_h2, new TaskPosition(4));
        _order.Reach(s_h3, new TaskPosition(2, 1));

        Assert.True(_order.Enter(s_h1, branch).ArriveAsync(s_h1, branch.Within(0), CancellationToken.None).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Nobody_goes_back()
    {
        _order.Reach(s_h1, new TaskPosition(6));
        _order.Reach(s_h1, new TaskPosition(2));
        _order.Reach(s_h2, new TaskPosition(6));

        Assert.Same(s_h3, await ArriveAsync(s_h3, 6));
    }

    [Fact]
    public async Task A_host_that_leaves_is_waited_for_no_more()
    {
        var first = ArriveAsync(s_h2, 0);
        var second = ArriveAsync(s_h3, 0);

        _order.Leave(s_h1);

        Assert.Same(s_h2, await first);
        Assert.Same(s_h2, await second);
    }

    [Fact]
    public async Task Who_stops_waiting_stands_where_it_was()
    {
        using var stop = new CancellationTokenSource();
        var stopped = _order.ArriveAsync(s_h1, new TaskPosition(0), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);

        _ = ArriveAsync(s_h2, 0);
        await ArriveAsync(s_h3, 0);
    }

    [Theory]
    [InlineData(new int[0], new[] { 0 })]
    [InlineData(new[] { 2 }, new[] { 10 })]
    [InlineData(new[] { 4 }, new[] { 4, 0 })]
    [InlineData(new[] { 4, 9, 9 }, new[] { 5 })]
    public void What_stands_around_something_comes_before_it(int[] earlier, int[] later)
    {
        Assert.True(new TaskPosition(earlier) < new TaskPosition(later));
        Assert.True(new TaskPosition(later) > new TaskPosition(earlier));
        Assert.NotEqual(new TaskPosition(earlier), new TaskPosition(later));
        Assert.Equal(new TaskPosition([.. earlier, 3]), new TaskPosition(earlier).Within(3));
    }

    [Fact]
    public async Task A_thousand_hosts_go_a_hundred_tasks_and_each_arrival_allocates_little()
    {
        var hosts = Enumerable.Range(0, 1000).Select(number => new Host($"h{number}")).ToList();
        var order = new LinearOrder(hosts);
        var allocated = 0L;

        for (var task = 0; task < 100; task++)
        {
            var position = new TaskPosition(2 * task);
            var arrivals = new Task<Host>[hosts.Count];
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < hosts.Count; i++)
            {
                arrivals[i] = order.ArriveAsync(hosts[i], position, CancellationToken.None);
            }

            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.All(await Task.WhenAll(arrivals), first => Assert.Same(hosts[0], first));
        }

        // What looks at all hosts at each arrival takes 100 million steps, and allocates its query each time.
        Assert.InRange(allocated / (100 * hosts.Count), 0, 400);
    }

    private Task<Host> ArriveAsync(Host host, params int[] places) =>
        _order.ArriveAsync(host, new TaskPosition(places), CancellationToken.None);
}
