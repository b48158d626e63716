using System.Text;

namespace Playbooks.Runtime.Tests.Costs;

/// <summary>Counts what goes over the pipes of a connection.</summary>
internal sealed class Traffic
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly StringBuilder _written = new();
    private Cost _cost = new(0, 0, 0, 0);

    /// <summary>What everything has cost until now.</summary>
    internal Cost Cost
    {
        get
        {
            lock (_lock)
            {
                return _cost;
            }
        }
    }

    internal void Opened() => Add(new Cost(1, 0, 0, 0));

    internal void Sent(ReadOnlySpan<byte> data)
    {
        Add(new Cost(0, 0, data.Length, 0));
        lock (_lock)
        {
            _written.Append(Encoding.UTF8.GetString(data));
        }
    }

    internal void Received(int bytes, bool isAnswer) => Add(new Cost(0, isAnswer ? 1 : 0, 0, bytes));

    /// <summary>Returns once this was written, which nobody else waits for.</summary>
    internal async Task WrittenAsync(string text)
    {
        using var limit = new CancellationTokenSource(_longest);
        while (!HasWritten(text))
        {
            await Task.Delay(5, limit.Token);
        }
    }

    private bool HasWritten(string text)
    {
        lock (_lock)
        {
            return _written.ToString().Contains(text, StringComparison.Ordinal);
        }
    }

    private void Add(Cost more)
    {
        lock (_lock)
        {
            _cost = new Cost(_cost.Pipes + more.Pipes, _cost.RoundTrips + more.RoundTrips, _cost.Sent + more.Sent, _cost.Received + more.Received);
        }
    }
}
