namespace Playbooks.Execution.Effects;

/// <summary>
/// Is told of every effect of a run before and after it. It may already know an outcome, from an earlier run that this one continues, or from a test.
/// Outcomes are plain data: results, facts, handles and ends of jobs.
/// </summary>
internal interface IEffectLog
{
    /// <summary>Returns the outcome of an effect; <see langword="null"/> if the effect must be carried out.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="id">The effect.</param>
    /// <param name="stop">Ends the search, when nothing waits for the effect any more.</param>
    ValueTask<EffectOutcome<T>?> FindAsync<T>(EffectId id, CancellationToken stop);

    /// <summary>Records that an effect begins. Until its outcome is recorded, it is unknown whether it was carried out.</summary>
    /// <param name="id">The effect.</param>
    ValueTask IntendAsync(EffectId id);

    /// <summary>Records the outcome of an effect, success or failure. An interruption of the run is not recorded.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="id">The effect.</param>
    /// <param name="outcome">The outcome.</param>
    ValueTask RecordAsync<T>(EffectId id, EffectOutcome<T> outcome);
}
