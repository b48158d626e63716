namespace Playbooks.Connections.Shells;

/// <summary>The free long-lived shells of a host, and the limit on how many are busy.</summary>
/// <param name="capacity">The limit.</param>
/// <param name="retire">Called with a free shell in which something was printed meanwhile.</param>
internal sealed class ShellPool(int capacity, Action<ShellSession> retire)
{
    private readonly Lock _lock = new();
    private readonly List<(ShellPlace Place, ShellSession Shell)> _idle = [];
    private readonly SemaphoreSlim _slots = new(capacity);

    /// <summary>Waits for a turn. Disposing the returned object ends the turn.</summary>
    internal async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Slot(_slots);
    }

    /// <summary>Takes a free shell of a user and place, if there is one: the one that was used last.</summary>
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
                // A shell of another place makes room for the shell that is opened next.
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

    /// <summary>Returns a shell to the pool.</summary>
    internal void Return(ShellPlace place, ShellSession shell)
    {
        lock (_lock)
        {
            _idle.Add((place, shell));
        }
    }

    /// <summary>Forgets all shells, because their connection is lost.</summary>
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
