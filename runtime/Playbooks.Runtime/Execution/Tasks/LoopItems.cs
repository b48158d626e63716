using System.Globalization;
using Playbooks.Execution.Blocks;
using Playbooks.Execution.Jobs;

namespace Playbooks.Execution.Tasks;

/// <summary>The orders in which the items of a loop run.</summary>
internal static class LoopItems
{
    /// <summary>All items at once, or so many; no more of them where a block around them has failed or their host was lost.</summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="most">How many run at once; <see langword="null"/> for all.</param>
    /// <param name="run">Runs one of them.</param>
    /// <param name="jobs">The jobs of the block. If one of them fails, the block fails, and not an item.</param>
    /// <exception cref="TaskFailedException">Items failed: the first of them, and how many.</exception>
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
                    // A slot that becomes free at the same moment may be given to an item whose wait is cancelled.
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

    /// <summary>One item after the other; those after a failed one, too.</summary>
    /// <param name="count">How many items there are.</param>
    /// <param name="run">Runs one of them.</param>
    /// <param name="jobs">The jobs of the block. If one of them fails, the block fails, and not an item.</param>
    /// <exception cref="TaskFailedException">Items failed: the first of them, and how many.</exception>
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

    /// <summary>What is said of a loop of which items failed.</summary>
    /// <param name="failed">How many.</param>
    /// <param name="count">Of how many.</param>
    /// <param name="first">The first of them, from 0 on.</param>
    /// <param name="label">Its label; one without is called by its number, from 1 on.</param>
    /// <param name="message">Why it failed.</param>
    internal static string Failed(int failed, int count, int first, string? label, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"{failed} of {count} items failed, first {label ?? $"no. {first + 1}"}: {message}");

    /// <summary>The first failure of all items stands for them.</summary>
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
