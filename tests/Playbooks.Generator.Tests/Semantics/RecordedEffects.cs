using System.Collections.Concurrent;
using Playbooks.Execution.Effects;

namespace Playbooks.Generator.Tests.Semantics;

/// <summary>Writes down what came of every effect of a run, in the order in which they ended.</summary>
internal sealed class RecordedEffects : IEffectLog
{
    private readonly ConcurrentDictionary<EffectId, int> _begun = new();
    private readonly Lock _gate = new();

    /// <summary>What came of them: each an <see cref="EffectOutcome{T}"/>.</summary>
    internal List<(EffectId Id, object Outcome)> Ended { get; } = [];

    /// <summary>The effects that began more than once.</summary>
    internal IEnumerable<EffectId> Doubled => _begun.Where(effect => effect.Value > 1).Select(effect => effect.Key);

    internal bool HasBegun(EffectId id) => _begun.ContainsKey(id);

    public ValueTask<EffectOutcome<T>?> FindAsync<T>(EffectId id, CancellationToken stop) => default;

    public ValueTask IntendAsync(EffectId id)
    {
        _begun.AddOrUpdate(id, 1, static (_, times) => times + 1);
        return default;
    }

    public ValueTask RecordAsync<T>(EffectId id, EffectOutcome<T> outcome)
    {
        lock (_gate)
        {
            Ended.Add((id, outcome));
        }

        return default;
    }
}
