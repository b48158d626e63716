using Playbooks.Runtime.Tests.Execution;

namespace Playbooks.Runtime.Tests.Testing;

[Collection(VirtualTimeTests.Name)]
public sealed class StuckRunTests
{
    [Fact]
    public async Task A_run_that_neither_ends_nor_waits_is_given_up()
    {
        var time = new VirtualTime { MostLooks = 20 };

        var error = await Assert.ThrowsAsync<TimeoutException>(() => time.RunAsync(new TaskCompletionSource<int>().Task));

        Assert.Equal("The run neither ends nor waits for a timer.", error.Message);
    }

    [Fact]
    public async Task A_thread_that_is_just_ending_hides_none_that_begins()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ending = Task.Run(
            () =>
            {
                begun.SetResult();
                Work(30);
            },
            TestContext.Current.CancellationToken);
        await begun.Task;
        var time = new VirtualTime();
        var working = Task.Run(
            async () =>
            {
                Work(100);
                await Task.Delay(TimeSpan.FromSeconds(1), time);
                return time.Seconds;
            },
            TestContext.Current.CancellationToken);
        var other = Task.Delay(TimeSpan.FromSeconds(3), time, TestContext.Current.CancellationToken);

        Assert.Equal(1, (await time.RunAsync(Task.WhenAll(working, other.ContinueWith(_ => 3.0, TaskScheduler.Default))))[0]);
        await ending;
    }

    [Fact]
    public async Task The_time_that_a_busy_machine_takes_is_not_counted()
    {
        var time = new VirtualTime { MostLooks = 900 };
        var ended = new TaskCompletionSource<int>();

        // It fires on the thread that looks, and keeps that from looking, as a busy machine does.
        await using var timer = time.CreateTimer(_ => Thread.Sleep(1000), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        await using var last = time.CreateTimer(_ => ended.SetResult(1), null, TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);

        Assert.Equal(1, await time.RunAsync(ended.Task));
    }

    /// <summary>Keeps its thread for so many milliseconds.</summary>
    private static void Work(int milliseconds) => Thread.Sleep(milliseconds);
}
