using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Connections;

/// <summary>Asks a fresh shell for a sign of life, and lets its output through from there on.</summary>
internal sealed class Greeting : IPipeSink
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IPipeSink _sink;
    private readonly byte[] _word;
    private readonly List<byte> _before = [];
    private readonly List<byte> _errors = [];
    private volatile bool _open;

    internal Greeting(IPipeSink sink)
    {
        _sink = sink;
        var word = $"G{RandomNumberGenerator.GetHexString(20, lowercase: true)}";
        _word = Encoding.ASCII.GetBytes(word + "\n");
        Question = Encoding.ASCII.GetBytes($"echo {word}\n");
    }

    /// <summary>What the shell is asked.</summary>
    internal ReadOnlyMemory<byte> Question { get; }

    /// <summary>Completes with the shell's answer.</summary>
    internal Task Answered => _answered.Task;

    /// <summary>What came instead of an answer.</summary>
    internal string Noise => Encoding.UTF8.GetString([.. _errors, .. _before]).Trim();

    /// <inheritdoc/>
    public void Output(ReadOnlySpan<byte> data)
    {
        if (_open)
        {
            _sink.Output(data);
            return;
        }

        _before.AddRange(data);
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_before);
        var at = all.IndexOf(_word);
        if (at >= 0)
        {
            _open = true;
            if (all.Length > at + _word.Length)
            {
                _sink.Output(all[(at + _word.Length)..]);
            }

            _answered.TrySetResult();
        }
    }

    /// <inheritdoc/>
    public void Error(ReadOnlySpan<byte> data)
    {
        if (_open)
        {
            _sink.Error(data);
        }
        else
        {
            _errors.AddRange(data);
        }
    }
}
