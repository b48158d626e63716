namespace Playbooks.Execution.Effects;

/// <summary>Knows no outcome and records nothing.</summary>
internal sealed class UnwrittenLog : IEffectLog
{
    internal static readonly UnwrittenLog Instance = new();

    private UnwrittenLog()
    {
    }

    public ValueTask<EffectOutcome<T>?> FindAsync<T>(EffectId id, CancellationToken stop) => default;

    public ValueTask IntendAsync(EffectId id) => default;

    public ValueTask RecordAsync<T>(EffectId id, EffectOutcome<T> outcome) => default;
}
