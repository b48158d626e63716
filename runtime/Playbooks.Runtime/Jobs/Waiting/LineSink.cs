using System.Text;
using Playbooks.Connections;

namespace Playbooks.Jobs.Waiting;

/// <summary>
/// Receives the lines that a shell prints; the first one reports that the shell is ready. Each line begins with a mark that cannot be guessed, so other
/// output, such as that of start-up files, is never mistaken for such a line, even if it has no line end.
/// </summary>
/// <param name="mark">The mark.</param>
/// <param name="said">Receives each further line.</param>
internal sealed class LineSink(string mark, Action<string> said) : IPipeSink
{
    // Lines are short; a longer text is not one of them.
    private const int LongestLine = 4096;

    private readonly byte[] _mark = Encoding.ASCII.GetBytes(mark);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private byte[] _held = [];
    private byte[] _noise = [];

    /// <summary>Completes when the shell is ready.</summary>
    internal Task Ready => _ready.Task;

    /// <summary>The last part of the other output. It may explain why a shell is not ready.</summary>
    internal string Noise
    {
        get
        {
            lock (_lock)
            {
                return Encoding.UTF8.GetString([.. _noise, .. _held]).Trim();
            }
        }
    }

    /// <inheritdoc/>
    public void Output(ReadOnlySpan<byte> data)
    {
        data = (byte[])[.. _held, .. data];
        while (data.IndexOf(_mark) is >= 0 and var at)
        {
            Error(data[..at]);
            data = data[at..];
            var length = data.IndexOf((byte)'\n');
            if (length < 0)
            {
                break;
            }

            Take(Encoding.UTF8.GetString(data[_mark.Length..length]));
            data = data[(length + 1)..];
        }

        // Text that may still become a line is held back, up to the length of a line.
        var held = data.StartsWith(_mark) && data.Length <= LongestLine ? data.Length : Math.Min(data.Length, _mark.Length - 1);
        lock (_lock)
        {
            Error(data[..^held]);
            _held = data[^held..].ToArray();
        }
    }

    /// <inheritdoc/>
    public void Error(ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            byte[] noise = [.. _noise, .. data[^Math.Min(data.Length, LongestLine)..]];
            _noise = noise[^Math.Min(noise.Length, LongestLine)..];
        }
    }

    private void Take(string line)
    {
        if (_ready.Task.IsCompleted)
        {
            said(line);
        }
        else
        {
            _ready.TrySetResult();
        }
    }
}
