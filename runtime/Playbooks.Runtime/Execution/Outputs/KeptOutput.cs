namespace Playbooks.Execution.Outputs;

/// <summary>
/// Limits how much printed output the results of all hosts keep in memory. Beyond the limit, the output that no task uses is dropped, the oldest first; then
/// the output that a task may still use moves to a file of the run.
/// </summary>
/// <param name="most">The limit, in bytes.</param>
internal sealed class KeptOutput(long most) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<KeptText> _asked = new();
    private readonly Queue<KeptText> _unasked = new();
    private readonly Lazy<OutputStore> _store = new();
    private long _size;

    /// <summary>Returns whether a result has any output to count.</summary>
    internal static bool Counts(TaskResult result) => result.Kept is not ({ Size: 0 }, { Size: 0 });

    /// <summary>Counts the output of a task, after its outcome was reported.</summary>
    /// <param name="result">The task's result.</param>
    /// <param name="isAsked">Whether another task may use the result. The output of a failed task is always kept.</param>
    internal void Keep(TaskResult result, bool isAsked)
    {
        // Only a command's result can show that its output is no longer complete.
        var isNeeded = isAsked || result.Failed || result is not CommandResult;
        lock (_gate)
        {
            var (first, second) = result.Kept;
            Count(first, isNeeded);
            Count(second, isNeeded);
            Free(_unasked, static text => text.Drop());
            Free(_asked, Store);
        }
    }

    /// <summary>
    /// Stops counting the memory of all results, at the end of the run. A result that is still referenced keeps its text, or reads the text from the file.
    /// </summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _asked.Clear();
            _unasked.Clear();
        }
    }

    private void Count(KeptText text, bool isNeeded)
    {
        if (text.TakeCount())
        {
            (isNeeded ? _asked : _unasked).Enqueue(text);
            _size += text.Size;
        }
    }

    private void Free(Queue<KeptText> texts, Action<KeptText> how)
    {
        while (_size > most && texts.TryDequeue(out var text))
        {
            how(text);
            _size -= text.Size;
        }
    }

    private void Store(KeptText text)
    {
        try
        {
            text.Move(_store.Value.Add(text.Text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            text.Move(
                () => throw new IOException(
                    $"the task's output could not be moved to {Path.GetTempPath()} (the run's results exceed {most / 1024 / 1024} MiB, see --keep-output): " +
                    $"{failure.Message}"));
        }
    }
}
