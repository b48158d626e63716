using System.Globalization;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Jobs;

namespace Playbooks.Execution.Tasks;

/// <summary>Runs the items of a loop, at the same time or in order.</summary>
internal static class LoopItems
{
    /// <summary>
    /// Runs all items at the same time, or up to a maximum. After an outer block has failed or the host has become unreachable, no further item starts.
    /// </summary>
    /// <param name="count">The number of items.</param>
    /// <param name="most">The maximum number of items that run at the same time; <see langword="null"/> for all.</param>
    /// <param name="run">Runs one item.</param>
    /// <param name="jobs">The jobs of the block. If one of them fails, the block fails instead of an item.</param>
    /// <exception cref="TaskFailedException">Items failed; the message has the number of failures and the first one.</exception>
    internal static async Task<IReadOnlyList<T>> SideBySideAsync<T>(int count, int? most, Func<int, Task<T>> run, BlockJobs jobs)
    {
        using var slots = new SemaphoreSlim(most ?? Math.Max(1, count));
        using var over = new CancellationTokenSource();
        var results = new T[count];
        var failures = new TaskFailedException?[count];
        try
        {
            await Task.WhenAll(Enumerable.Range(0, count).Select(async item =>
            {
                await slots.WaitAsync(over.Token).ConfigureAwait(false);
                try
                {
                    // A slot that becomes free at the same moment may go to an item whose wait is cancelled.
                    over.Token.ThrowIfCancellationRequested();
                    results[item] = await run(item).ConfigureAwait(false);
                }
                catch (TaskFailedException failure) when (!jobs.HaveFailedWith(failure))
                {
                    failures[item] = failure;
                }
                catch
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
        catch (UnreachableException lost)
        {
            throw FirstFailure.With(lost, [.. failures.OfType<TaskFailedException>()]);
        }

        ThrowIfAny(failures);
        return results;
    }

    /// <summary>Runs one item after the other. After an item has failed, the others still run.</summary>
    /// <param name="count">The number of items.</param>
    /// <param name="run">Runs one item.</param>
    /// <param name="jobs">The jobs of the block. If one of them fails, the block fails instead of an item.</param>
    /// <exception cref="TaskFailedException">Items failed; the message has the number of failures and the first one.</exception>
    internal static async Task<IReadOnlyList<T>> InOrderAsync<T>(int count, Func<int, Task<T>> run, BlockJobs jobs)
    {
        var results = new T[count];
        var failures = new TaskFailedException?[count];
        for (var item = 0; item < count; item++)
        {
            try
            {
                results[item] = await run(item).ConfigureAwait(false);
            }
            catch (TaskFailedException failure) when (!jobs.HaveFailedWith(failure))
            {
                failures[item] = failure;
            }
            catch (UnreachableException lost)
            {
                throw FirstFailure.With(lost, [.. failures.OfType<TaskFailedException>()]);
            }
        }

        ThrowIfAny(failures);
        return results;
    }

    /// <summary>Returns the message for a loop in which items failed.</summary>
    /// <param name="failed">The number of failed items.</param>
    /// <param name="count">The number of all items.</param>
    /// <param name="first">The index of the first failed item.</param>
    /// <param name="label">The label of that item; without one, the message has its number, counted from 1.</param>
    /// <param name="message">Why that item failed.</param>
    internal static string Failed(int failed, int count, int first, string? label, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"{failed} of {count} items failed; the first was {label ?? $"item {first + 1}"}: {message}");

    /// <summary>Throws the first failure, with the others added to it.</summary>
    private static void ThrowIfAny(TaskFailedException?[] items)
    {
        var at = Array.FindIndex(items, item => item is not null);
        if (at >= 0)
        {
            var (first, others) = (items[at]!, items.Skip(at + 1).OfType<TaskFailedException>().ToList());
            var message = Failed(1 + others.Count, items.Length, at, first.Result?.Label, first.Message);
            throw FirstFailure.With(new TaskFailedException(first.Task, first.Host, first.Result, message, first) { Others = first.Others }, others);
        }
    }
}
