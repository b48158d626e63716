using Playbooks.Execution.Order;

namespace Playbooks.Runtime.Tests.Execution;

public sealed class LinearOrderTests
{
    [Theory]
    [InlineData(new int[0], new[] { 0 })]
    [InlineData(new[] { 2 }, new[] { 10 })]
    [InlineData(new[] { 4 }, new[] { 4, 0 })]
    [InlineData(new[] { 4, 9, 9 }, new[] { 5 })]
    public void A_block_comes_before_the_tasks_inside_it(int[] earlier, int[] later)
    {
        Assert.True(new TaskPosition(earlier) < new TaskPosition(later));
        Assert.True(new TaskPosition(later) > new TaskPosition(earlier));
        Assert.NotEqual(new TaskPosition(earlier), new TaskPosition(later));
        Assert.Equal(new TaskPosition([.. earlier, 3]), new TaskPosition(earlier).Within(3));
    }

    [Fact]
    public async Task A_thousand_hosts_go_a_hundred_tasks_and_each_arrival_allocates_little()
    {
        var hosts = Enumerable.Range(0, 1000).Select(number => $"h{number}").ToList();
        var order = new LinearOrder(hosts);
        var allocated = 0L;

        for (var task = 0; task < 100; task++)
        {
            var position = new TaskPosition(2 * task);
            var arrivals = new Task<string>[hosts.Count];
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < hosts.Count; i++)
            {
                arrivals[i] = order.ArriveAsync(hosts[i], position, CancellationToken.None);
            }

            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.All(await Task.WhenAll(arrivals), first => Assert.Equal(hosts[0], first));
        }

        // What looks at all hosts at each arrival takes 100 million steps, and allocates its query each time.
        Assert.InRange(allocated / (100 * hosts.Count), 0, 400);
    }
}
