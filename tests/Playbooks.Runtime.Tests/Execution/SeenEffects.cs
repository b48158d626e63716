using System.Collections.Concurrent;
using Playbooks.Execution.Effects;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Notes each effect that begins.</summary>
internal sealed class SeenEffects(IEffectLog others, ConcurrentBag<EffectId> ids) : IEffectLog
{
    public ValueTask<EffectOutcome<T>?> FindAsync<T>(EffectId id, CancellationToken stop) => others.FindAsync<T>(id, stop);

    public ValueTask IntendAsync(EffectId id)
    {
        ids.Add(id);
        return others.IntendAsync(id);
    }

    public ValueTask RecordAsync<T>(EffectId id, EffectOutcome<T> outcome) => others.RecordAsync(id, outcome);
}
