namespace Playbooks;

/// <summary>What interrupts a run: once, it starts nothing new; twice, it stops at once.</summary>
internal sealed class Interruption : IDisposable
{
    internal const int ExitCode = 130;

    private readonly CancellationTokenSource _source = new();
    private readonly Surroundings _surroundings;
    private readonly IDisposable _registration;
    private int _count;

    internal Interruption(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _registration = surroundings.Interruptions(Interrupt);
    }

    internal CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }

    private void Interrupt()
    {
        if (Interlocked.Increment(ref _count) > 1)
        {
            _surroundings.Exit(ExitCode);
            return;
        }

        _surroundings.Error.WriteLine("Interrupted: nothing new is started, and jobs run on. Once more stops at once.");
        _ = _source.CancelAsync();
    }
}
