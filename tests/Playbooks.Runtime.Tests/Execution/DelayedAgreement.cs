using System.Collections;
using System.Reflection;
using Playbooks.Execution.Agreement;
using Playbooks.Execution.Order;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Hosts that agree over a slow network: each question comes late, and so does each answer, in any order.</summary>
internal sealed class DelayedAgreement(IAgreement agreement, TimeProvider time, int seed) : IAgreement
{
    private int _calls = seed;

    public Task<Arrival> ArriveAsync(Boundary at, CancellationToken stop) => LateAsync(() => agreement.ArriveAsync(at, stop));

    public ValueTask ReachAsync(string host, Lane? lane, TaskPosition position) => LateAsync(() => agreement.ReachAsync(host, lane, position));

    public ValueTask EnterAsync(string host, Lane lane) => LateAsync(() => agreement.EnterAsync(host, lane));

    public ValueTask LeaveAsync(string host, Lane? lane) => LateAsync(() => agreement.LeaveAsync(host, lane));

    public ValueTask DecideAsync(string task, bool runs) => LateAsync(() => agreement.DecideAsync(task, runs));

    public ValueTask CompleteAsync(string task, SharedValue? given) => LateAsync(() => agreement.CompleteAsync(task, Plain(given)));

    public ValueTask AbandonAsync(string task, SharedFailure reason) => LateAsync(() => agreement.AbandonAsync(task, reason));

    public Task<OnceAnswer<bool>> DecisionAsync(string task, CancellationToken stop) => LateAsync(() => agreement.DecisionAsync(task, stop));

    public Task<OnceAnswer<SharedValue>> ResultAsync(string task, CancellationToken stop) => LateAsync(() => agreement.ResultAsync(task, stop));

    public ValueTask PromiseAsync(string task, string host) => LateAsync(() => agreement.PromiseAsync(task, host));

    public ValueTask GiveAsync(string task, string host, SharedValue? given) => LateAsync(() => agreement.GiveAsync(task, host, Plain(given)));

    public Task<IReadOnlyList<(string Host, SharedValue Given)>> GatherAsync(string task, CancellationToken stop) =>
        LateAsync(() => agreement.GatherAsync(task, stop));

    public ValueTask FailAsync(string host) => LateAsync(() => agreement.FailAsync(host));

    public async ValueTask<string?> StopReasonAsync()
    {
        await Task.Delay(Delay(), time);
        return await agreement.StopReasonAsync();
    }

    public async Task AcquireAsync(string task, int most, CancellationToken stop)
    {
        await Task.Delay(Delay(), time, stop);
        await agreement.AcquireAsync(task, most, stop);
    }

    public ValueTask ReleaseAsync(string task) => LateAsync(() => agreement.ReleaseAsync(task));

    /// <summary>What crosses a network: a job of this process would not.</summary>
    private static SharedValue? Plain(SharedValue? given)
    {
        Assert.DoesNotContain(PartsOf(given?.Result, []).Select(part => part.GetType().Name), name => name == typeof(Job<>).Name);
        return given;
    }

    private static IEnumerable<object> PartsOf(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
        {
            return [];
        }

        var parts = value is IEnumerable items
            ? items.Cast<object?>()
            : value.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(field => field.GetValue(value));
        return [value, .. parts.SelectMany(part => PartsOf(part, seen))];
    }

    private async Task<T> LateAsync<T>(Func<Task<T>> ask)
    {
        await Task.Delay(Delay(), time);
        var answer = await ask();
        await Task.Delay(Delay(), time);
        return answer;
    }

    private async ValueTask LateAsync(Func<ValueTask> tell)
    {
        await Task.Delay(Delay(), time);
        await tell();
        await Task.Delay(Delay(), time);
    }

    // Neighbours differ, and the same seed gives the same.
    private TimeSpan Delay() => TimeSpan.FromMilliseconds(1 + ((Interlocked.Increment(ref _calls) * 7919L) % 11));
}
