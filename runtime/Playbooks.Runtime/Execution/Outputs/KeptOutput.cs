namespace Playbooks.Execution.Outputs;

/// <summary>
/// Bounds what the results of all hosts keep in memory of what was printed. Beyond that, what no task asks for is dropped, the oldest first;
/// then what may be asked for goes to a file of the run.
/// </summary>
/// <param name="most">How many bytes are kept.</param>
internal sealed class KeptOutput(long most) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<KeptText> _asked = new();
    private readonly Queue<KeptText> _unasked = new();
    private readonly Lazy<OutputStore> _store = new();
    private long _size;

    /// <summary>Whether a result has anything to count.</summary>
    internal static bool Counts(TaskResult result) => result.Kept is not ({ Size: 0 }, { Size: 0 });

    /// <summary>Counts what a task gave, once its outcome was told.</summary>
    /// <param name="result">What it gave.</param>
    /// <param name="isAsked">Whether another task may ask for it; what has failed is always kept.</param>
    internal void Keep(TaskResult result, bool isAsked)
    {
        // Only a command's result can say that it is not whole any more.
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

    /// <summary>Forgets all results at the end of the run. A result that somebody holds can still read its text in the file.</summary>
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
                    $"what it printed was to be kept in {Path.GetTempPath()}, for the run's results are over {most / 1024 / 1024} MiB (--keep-output): " +
                    $"{failure.Message}"));
        }
    }
}
