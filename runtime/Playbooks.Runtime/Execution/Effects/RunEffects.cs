namespace Playbooks.Execution.Effects;

/// <summary>The one way to every effect of a run: under its id, through its log, and where it uses a host, in one of the slots of <c>--forks</c>.</summary>
/// <param name="log">Hears of it, and may know what came of it.</param>
/// <param name="forks">How many hosts may be used at once; <see langword="null"/> for all.</param>
internal sealed class RunEffects(IEffectLog log, int? forks)
{
    private readonly SemaphoreSlim? _slots = forks is { } most ? new SemaphoreSlim(most) : null;

    /// <summary>Runs an effect in a slot.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="effect">Does it.</param>
    /// <param name="stop">Keeps it from beginning.</param>
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

    /// <summary>Runs an effect.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="effect">Does it.</param>
    /// <param name="stop">Ends the search for what came of it.</param>
    /// <param name="whenKnown">What is done instead, where the log knows what came of it.</param>
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

    /// <summary>Whether it is known what came of an effect.</summary>
    internal async ValueTask<bool> KnowsAsync<T>(EffectId id, CancellationToken stop) => await log.FindAsync<T>(id, stop).ConfigureAwait(false) is not null;
}
