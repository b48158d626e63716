using System.Collections.Concurrent;
using Playbooks.Execution.Effects;

namespace Playbooks.Generator.Tests.Semantics;

/// <summary>
/// Gives what came of the effects of an earlier run, in the order in which they ended there: each when all that follows from the one before has
/// happened, which is when virtual time goes on.
/// </summary>
internal sealed class ReplayedEffects : IEffectLog
{
    private readonly Dictionary<EffectId, (int Turn, object Outcome)> _known = [];
    private readonly TaskCompletionSource[] _turns;
    private readonly RecordedEffects _recorded;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<EffectId, bool> _given = new();

    internal ReplayedEffects(RecordedEffects recorded, TimeProvider time)
    {
        (_recorded, _time) = (recorded, time);
        foreach (var (id, outcome) in recorded.Ended)
        {
            _known.Add(id, (_known.Count, outcome));
        }

        _turns = [.. Enumerable.Range(0, _known.Count + 1).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        _turns[0].SetResult();
    }

    /// <summary>The effects of the earlier run that this one has not asked for, or waits for.</summary>
    internal IEnumerable<EffectId> Left => _known.Keys.Where(id => !_given.ContainsKey(id)).OrderBy(id => _known[id].Turn);

    public async ValueTask<EffectOutcome<T>?> FindAsync<T>(EffectId id, CancellationToken stop)
    {
        if (!_known.TryGetValue(id, out var known))
        {
            // What was cut, or had not ended when the run was over, does not end here either.
            return _recorded.HasBegun(id) ? await UntilAsync<T>(stop) : null;
        }

        await _turns[known.Turn].Task;
        _given[id] = true;
        await Task.Delay(TimeSpan.FromMilliseconds(1), _time, CancellationToken.None);
        _turns[known.Turn + 1].TrySetResult();
        return (EffectOutcome<T>)known.Outcome;
    }

    private static async Task<EffectOutcome<T>?> UntilAsync<T>(CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        return null;
    }

    public ValueTask IntendAsync(EffectId id) => throw new InvalidOperationException($"{id} was not in the earlier run.");

    public ValueTask RecordAsync<T>(EffectId id, EffectOutcome<T> outcome) => throw new InvalidOperationException($"{id} was not in the earlier run.");
}
