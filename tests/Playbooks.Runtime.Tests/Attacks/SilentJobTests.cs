using Microsoft.Extensions.Time.Testing;
using Playbooks.Connections;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>The user of a job can stop the shell that is asked about it. The run goes on without an answer.</summary>
public sealed class SilentJobTests : IHostConnection
{
    private static readonly JobHandle _job = new(
        "j", "h1", "alice", "/home/alice/j", DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(60)) { Grace = TimeSpan.FromSeconds(10) };

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_look_has_an_end() => EndsAsync(60, jobs => jobs.LookAsync(_job, Token));

    [Fact]
    public Task The_reading_of_its_output_has_an_end_that_leaves_time_for_a_slow_connection() =>
        EndsAsync(572, jobs => jobs.ReadEndAsync(_job, 1024 * 1024, Token));

    [Fact]
    public Task The_measuring_of_its_output_has_an_end() => EndsAsync(60, jobs => jobs.MeasureAsync(_job, Token));

    [Fact]
    public Task A_cancel_has_an_end_after_its_grace() => EndsAsync(150, jobs => jobs.CancelAsync(_job, TimeSpan.FromSeconds(30), Token));

    [Fact]
    public Task A_removal_has_an_end_after_the_grace_of_the_job() => EndsAsync(130, jobs => jobs.RemoveAsync(_job, Token));

    async Task<ScriptOutcome> IHostConnection.RunAsync(ShellScript script, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellationToken);
        return new ScriptOutcome();
    }

    Task<ScriptOutcome> IHostConnection.SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IPipe> IHostConnection.OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IHostConnection.ResetAsync() => Task.CompletedTask;

    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;

    private async Task EndsAsync(int seconds, Func<HostJobs, Task> ask)
    {
        await using var jobs = new HostJobs(new Host("h1"), this, "~/jobs", _time);

        var asked = ask(jobs);
        _time.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.False(asked.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        var silent = await Assert.ThrowsAsync<UnreachableException>(() => asked);
        Assert.Equal($"h1: the host did not answer a request about job j within {seconds} s.", silent.Message);
    }
}
