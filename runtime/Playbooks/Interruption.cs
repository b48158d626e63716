namespace Playbooks;

/// <summary>What interrupts a run: once, it starts nothing new; twice, it stops at once.</summary>
internal sealed class Interruption : IDisposable
{
    internal const int ExitCode = 130;

    private readonly CancellationTokenSource _source = new();
    private readonly Surroundings _surroundings;
    private readonly IDisposable _registration;
    private int _count;
    private bool _isOver;

    internal Interruption(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _registration = surroundings.Interruptions(Interrupt);
    }

    internal CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
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

        lock (_source)
        {
            // A signal that is handled while the run ends comes too late to interrupt it.
            if (!_isOver)
            {
                _ = _source.CancelAsync();
            }
        }

        _surroundings.Error.WriteLine("Interrupted: nothing new is started, and jobs run on. Once more stops at once.");
    }
}
