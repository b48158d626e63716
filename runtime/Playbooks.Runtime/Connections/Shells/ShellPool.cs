namespace Playbooks.Connections.Shells;

/// <summary>The long-lived shells of a host that are free, and the bound on how many are busy.</summary>
/// <param name="capacity">The bound.</param>
/// <param name="retire">Takes a free shell in which something was printed meanwhile.</param>
internal sealed class ShellPool(int capacity, Action<ShellSession> retire)
{
    private readonly Lock _lock = new();
    private readonly List<(ShellPlace Place, ShellSession Shell)> _idle = [];
    private readonly SemaphoreSlim _slots = new(capacity);

    /// <summary>Waits for its turn; the turn is over when what it gives is disposed.</summary>
    internal async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Slot(_slots);
    }

    /// <summary>Takes a free shell of the place; the one that was used last, which is the warmest.</summary>
    internal ShellSession? Take(ShellPlace place)
    {
        lock (_lock)
        {
            foreach (var (_, disturbed) in _idle.Where(item => item.Shell.HasLeftovers))
            {
                retire(disturbed);
            }

            _idle.RemoveAll(item => !item.Shell.IsUsable);
            var at = _idle.FindLastIndex(item => item.Place == place);
            if (at < 0)
            {
                // Another place's shell makes room for the one that is opened next.
                if (_idle.Count > 0 && _idle.Count >= _slots.CurrentCount + 1)
                {
                    _ = _idle[0].Shell.DisposeAsync().AsTask();
                    _idle.RemoveAt(0);
                }

                return null;
            }

            var shell = _idle[at].Shell;
            _idle.RemoveAt(at);
            return shell;
        }
    }

    /// <summary>Gives a shell back.</summary>
    internal void Return(ShellPlace place, ShellSession shell)
    {
        lock (_lock)
        {
            _idle.Add((place, shell));
        }
    }

    /// <summary>Forgets all: their connection is gone.</summary>
    internal void Forget()
    {
        lock (_lock)
        {
            _idle.Clear();
        }
    }

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        private SemaphoreSlim? _slots = slots;

        public void Dispose() => Interlocked.Exchange(ref _slots, null)?.Release();
    }
}
