using System.Globalization;

namespace Playbooks.Execution;

/// <summary>The orders in which the items of a loop run.</summary>
internal static class LoopItems
{
    /// <summary>All items at once, or so many; no more of them where their block has failed or their host was lost.</summary>
    internal static async Task<IReadOnlyList<T>> SideBySideAsync<T>(int count, int? most, Func<int, Task<T>> run)
    {
        using var slots = new SemaphoreSlim(most ?? Math.Max(1, count));
        using var over = new CancellationTokenSource();
        return await Task.WhenAll(Enumerable.Range(0, count).Select(async item =>
        {
            await slots.WaitAsync(over.Token).ConfigureAwait(false);
            try
            {
                // A slot that becomes free at the same moment may be given to an item whose wait is cancelled.
                over.Token.ThrowIfCancellationRequested();
                return await run(item).ConfigureAwait(false);
            }
            catch (Exception thrown) when (thrown is not TaskFailedException { Owner: null })
            {
                await over.CancelAsync().ConfigureAwait(false);
                throw;
            }
            finally
            {
                slots.Release();
            }
        })).ConfigureAwait(false);
    }

    /// <summary>One item after the other; those after a failed one, too.</summary>
    /// <exception cref="TaskFailedException">Items failed: the first of them, and how many.</exception>
    internal static async Task<IReadOnlyList<T>> InOrderAsync<T>(int count, Func<int, Task<T>> run)
    {
        var results = new List<T>(count);
        var failures = new List<TaskFailedException>();
        var firstItem = -1;
        for (var item = 0; item < count; item++)
        {
            try
            {
                results.Add(await run(item).ConfigureAwait(false));
            }
            catch (TaskFailedException failure) when (failure.Owner is null)
            {
                failures.Add(failure);
                firstItem = firstItem < 0 ? item : firstItem;
            }
        }

        if (failures is not [var first, .. var others])
        {
            return results;
        }

        var message = Failed(failures.Count, count, firstItem, first.Result?.Label, first.Message);
        throw FirstFailure.With(new TaskFailedException(first.Task, first.Host, first.Result, message, first) { Others = first.Others }, others);
    }

    /// <summary>What is said of a loop of which items failed.</summary>
    /// <param name="failed">How many.</param>
    /// <param name="count">Of how many.</param>
    /// <param name="first">The first of them, from 0 on.</param>
    /// <param name="label">Its label; one without is called by its number, from 1 on.</param>
    /// <param name="message">Why it failed.</param>
    internal static string Failed(int failed, int count, int first, string? label, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"{failed} of {count} items failed, first {label ?? $"no. {first + 1}"}: {message}");
}
