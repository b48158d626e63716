using Playbooks.Execution.Effects;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Has hosts asked for their facts, whatever else is known.</summary>
internal sealed class AskedFacts(IEffectLog others) : IEffectLog
{
    public ValueTask<EffectOutcome<T>?> FindAsync<T>(EffectId id, CancellationToken stop) =>
        id.Kind == EffectKind.Facts ? default : others.FindAsync<T>(id, stop);

    public ValueTask IntendAsync(EffectId id) => others.IntendAsync(id);

    public ValueTask RecordAsync<T>(EffectId id, EffectOutcome<T> outcome) => others.RecordAsync(id, outcome);
}
