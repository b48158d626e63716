namespace Playbooks.Jobs;

/// <summary>Repeats what failed because of a lost connection, with growing pauses.</summary>
/// <param name="time">The clock.</param>
internal sealed class Mending(TimeProvider time)
{
    /// <summary>The first pause. Each further pause is twice as long, up to <see cref="LongestPause"/>.</summary>
    internal static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);

    /// <summary>The longest pause.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>The minimum time for which a start, a result or the cancellation of a job is tried again.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Tries until it succeeds or the time is over.</summary>
    /// <exception cref="UnreachableException">All attempts failed, or a further attempt cannot succeed.</exception>
    internal async Task<T> RunAsync<T>(
        Func<Task<T>> attempt, TimeSpan patience, Action<UnreachableException>? lost, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (UnreachableException loss) when (loss.IsTransient)
            {
                lost?.Invoke(loss);
                if (time.GetElapsedTime(begun) + pause >= patience)
                {
                    throw;
                }
            }

            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
