namespace Playbooks.Execution.Effects;

/// <summary>Carries out all effects of a run: with an id, through the log and, if an effect uses a host, in one of the slots of <c>--forks</c>.</summary>
/// <param name="log">Is told of every effect, and may know its outcome.</param>
/// <param name="forks">How many hosts may be used at the same time; <see langword="null"/> for all.</param>
internal sealed class RunEffects(IEffectLog log, int? forks)
{
    private readonly SemaphoreSlim? _slots = forks is { } most ? new SemaphoreSlim(most) : null;

    /// <summary>Carries out an effect in a slot.</summary>
    /// <param name="id">The effect's id.</param>
    /// <param name="effect">Carries out the effect.</param>
    /// <param name="stop">Prevents the effect from starting.</param>
    internal async Task<T> RunInSlotAsync<T>(EffectId id, Func<Task<T>> effect, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (_slots is null)
        {
            return await RunAsync(id, effect, stop).ConfigureAwait(false);
        }

        await _slots.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            return await RunAsync(id, effect, stop).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Carries out an effect.</summary>
    /// <param name="id">The effect's id.</param>
    /// <param name="effect">Carries out the effect.</param>
    /// <param name="stop">Ends the search for a known outcome.</param>
    /// <param name="whenKnown">Runs instead of the effect if the log knows its outcome.</param>
    internal async Task<T> RunAsync<T>(EffectId id, Func<Task<T>> effect, CancellationToken stop, Func<ValueTask>? whenKnown = null)
    {
        if (await log.FindAsync<T>(id, stop).ConfigureAwait(false) is { } known)
        {
            if (whenKnown is not null)
            {
                await whenKnown().ConfigureAwait(false);
            }

            return known.Failure is { } failure ? throw failure.ToException() : known.Value!;
        }

        await log.IntendAsync(id).ConfigureAwait(false);
        T value;
        try
        {
            value = await effect().ConfigureAwait(false);
        }
        catch (Exception thrown) when (EffectFailure.Of(thrown) is { } failure)
        {
            await log.RecordAsync<T>(id, new(default, failure)).ConfigureAwait(false);
            throw;
        }

        await log.RecordAsync<T>(id, new(value)).ConfigureAwait(false);
        return value;
    }

    /// <summary>Returns whether the log knows the outcome of an effect.</summary>
    internal async ValueTask<bool> KnowsAsync<T>(EffectId id, CancellationToken stop) => await log.FindAsync<T>(id, stop).ConfigureAwait(false) is not null;
}
