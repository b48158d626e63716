using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Connections;

/// <summary>
/// Listens to a program that is to let us in: for its question for a password, and for the word by which the shell behind it
/// announces itself. From that word on, output is let through.
/// </summary>
internal sealed class Greeting : IPipeSink
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _askedAgain = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _announced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IPipeSink _sink;
    private readonly BecomeMethod _method;
    private readonly byte[] _prompt;
    private readonly byte[] _word;
    private readonly List<byte> _output = [];
    private readonly List<byte> _errors = [];
    private volatile bool _open;

    internal Greeting(IPipeSink sink, BecomeMethod method)
    {
        _sink = sink;
        _method = method;
        var nonce = RandomNumberGenerator.GetHexString(20, lowercase: true);
        (Word, Prompt) = ($"G{nonce}", $"P{nonce}:");
        _word = Encoding.ASCII.GetBytes(Word + "\n");
        _prompt = Encoding.ASCII.GetBytes(Prompt);
    }

    /// <summary>The line by which the shell announces itself.</summary>
    internal string Word { get; }

    /// <summary>What <c>sudo</c> asks with.</summary>
    internal string Prompt { get; }

    /// <summary>Completes with the first question for a password.</summary>
    internal Task Asked => _asked.Task;

    /// <summary>Completes with the second question, where it is known to be one: the answer to the first was wrong.</summary>
    internal Task AskedAgain => _askedAgain.Task;

    /// <summary>Completes with the shell's announcement.</summary>
    internal Task Announced => _announced.Task;

    /// <summary>What was said until then: after our own question where it was asked, since <c>sudo</c> has a lecture before it.</summary>
    internal string Said
    {
        get
        {
            lock (_lock)
            {
                var said = Encoding.UTF8.GetString([.. _errors, (byte)'\n', .. _output]);
                var at = said.IndexOf(Prompt, StringComparison.Ordinal);
                return (at < 0 ? said : said[(at + Prompt.Length)..]).Replace(Prompt, "\n", StringComparison.Ordinal).Trim();
            }
        }
    }

    /// <inheritdoc/>
    public void Output(ReadOnlySpan<byte> data)
    {
        if (!_open)
        {
            data = Hear(data);
        }

        if (_open && !data.IsEmpty)
        {
            _sink.Output(data);
        }
    }

    /// <inheritdoc/>
    public void Error(ReadOnlySpan<byte> data)
    {
        if (_open)
        {
            _sink.Error(data);
            return;
        }

        lock (_lock)
        {
            _errors.AddRange(data);
            ListenForQuestions(_errors);
        }
    }

    /// <summary>Takes what comes before the announcement.</summary>
    /// <returns>What came after it.</returns>
    private ReadOnlySpan<byte> Hear(ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            _output.AddRange(data);
            var all = CollectionsMarshal.AsSpan(_output);
            var at = all.IndexOf(_word);
            if (at < 0)
            {
                ListenForQuestions(_output);
                return [];
            }

            _open = true;
            _announced.TrySetResult();
            return all[(at + _word.Length)..];
        }
    }

    private void ListenForQuestions(List<byte> stream)
    {
        var said = CollectionsMarshal.AsSpan(stream);
        var count = _method switch
        {
            BecomeMethod.Sudo => said.Count(_prompt),
            BecomeMethod.Su => IsOpenQuestion(said) ? 1 : 0,
            _ => 0,
        };
        if (count > 0)
        {
            _asked.TrySetResult();
        }

        if (count > 1)
        {
            _askedAgain.TrySetResult();
        }
    }

    // su asks in words of its own, in any language: what ends without a line's end is a question, unless it may become the word.
    private bool IsOpenQuestion(ReadOnlySpan<byte> said)
    {
        var line = said[(said.LastIndexOf((byte)'\n') + 1)..];
        return !line.Trim(" \t\r"u8).IsEmpty && !_word.AsSpan().StartsWith(line);
    }
}
