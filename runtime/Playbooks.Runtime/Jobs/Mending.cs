namespace Playbooks.Jobs;

/// <summary>Does again what a lost connection has kept from being done, with longer and longer pauses.</summary>
/// <param name="time">The clock.</param>
internal sealed class Mending(TimeProvider time)
{
    /// <summary>The first pause; the next ones are twice as long, up to <see cref="LongestPause"/>.</summary>
    internal static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);

    /// <summary>The longest pause.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>For this long a lost connection is mended at least, where a start, a result or a cancel depends on it.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Tries until it works, or the patience is over.</summary>
    /// <exception cref="UnreachableException">It has not worked, or will not.</exception>
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
