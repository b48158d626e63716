namespace Playbooks.Execution.Effects;

/// <summary>
/// Hears of every effect of a run before and after it, and may know what came of it: in an earlier run that this one goes on with, or in a test. What
/// it is told is plain data: results, facts, handles and ends of jobs.
/// </summary>
internal interface IEffectLog
{
    /// <summary>What came of an effect; <see langword="null"/> where it is to be done.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="id">The effect.</param>
    /// <param name="stop">Ends the search: nobody waits for the effect any more.</param>
    ValueTask<EffectOutcome<T>?> FindAsync<T>(EffectId id, CancellationToken stop);

    /// <summary>An effect begins. Until its outcome is told, nobody knows whether it was done.</summary>
    /// <param name="id">The effect.</param>
    ValueTask IntendAsync(EffectId id);

    /// <summary>An effect has ended, well or not; an interruption of the run is not told.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="id">The effect.</param>
    /// <param name="outcome">What came of it.</param>
    ValueTask RecordAsync<T>(EffectId id, EffectOutcome<T> outcome);
}
