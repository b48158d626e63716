namespace Playbooks;

/// <summary>Handles interruptions of a run: after the first, nothing new starts; after the second, the run stops at once.</summary>
internal sealed class Interruption : IDisposable
{
    internal const int ExitCode = 130;

    private readonly CancellationTokenSource _source = new();
    private readonly Surroundings _surroundings;
    private readonly IDisposable _registration;
    private readonly CancellationTokenRegistration _caller;
    private int _count;
    private bool _isOver;

    /// <param name="surroundings">Provides the signals.</param>
    /// <param name="caller">Also interrupts the run, without a message.</param>
    internal Interruption(Surroundings surroundings, CancellationToken caller = default)
    {
        _surroundings = surroundings;
        _registration = surroundings.Interruptions(Interrupt);
        _caller = caller.Register(Cancel);
    }

    internal CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _caller.Dispose();
        lock (_source)
        {
            _isOver = true;
            _source.Dispose();
        }
    }

    private void Interrupt()
    {
        if (Interlocked.Increment(ref _count) > 1)
        {
            _surroundings.Exit(ExitCode);
            return;
        }

        Cancel();
        _surroundings.Error.WriteLine("Interrupted: no new tasks start, and jobs keep running. Interrupt again to stop at once.");
    }

    private void Cancel()
    {
        lock (_source)
        {
            // A signal that is handled while the run ends comes too late to interrupt it.
            if (!_isOver)
            {
                _ = _source.CancelAsync();
            }
        }
    }
}
