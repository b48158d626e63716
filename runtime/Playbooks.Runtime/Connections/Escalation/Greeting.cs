using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Connections.Escalation;

/// <summary>
/// Listens to a program that is to let us in: for its question for a password, and for the word by which the shell behind it
/// announces itself. From that word on, output is let through.
/// </summary>
internal sealed class Greeting : IPipeSink
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<string?> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _askedAgain = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _announced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IPipeSink _sink;
    private readonly BecomeMethod _method;
    private readonly string _mark;
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
        (Word, _mark) = ($"G{nonce}", $"P{nonce}:");
        _word = Encoding.ASCII.GetBytes(Word + "\n");
        _prompt = Encoding.ASCII.GetBytes(_mark);
    }

    /// <summary>The line by which the shell announces itself.</summary>
    internal string Word { get; }

    /// <summary>What <c>sudo</c> asks with: it puts in whose password it wants, which its configuration decides.</summary>
    internal string Prompt => $"{_mark}%p:";

    /// <summary>Completes with the first question for a password, and whose it is, where the question says so.</summary>
    internal Task<string?> Asked => _asked.Task;

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
                var questions = said.Split(_mark);
                return string.Join('\n', questions.Length == 1 ? questions : questions[1..].Select(after => after[(after.IndexOf(':') + 1)..])).Trim();
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
        if (count > 0 && TryGetName(said, out var name))
        {
            _asked.TrySetResult(name);
        }

        if (count > 1)
        {
            _askedAgain.TrySetResult();
        }
    }

    /// <summary>Reads whose password is asked for; only <c>sudo</c> says so.</summary>
    /// <returns>Whether the question is complete.</returns>
    private bool TryGetName(ReadOnlySpan<byte> said, out string? name)
    {
        name = null;
        if (_method != BecomeMethod.Sudo)
        {
            return true;
        }

        var rest = said[(said.IndexOf(_prompt) + _prompt.Length)..];
        var end = rest.IndexOf((byte)':');
        if (end > 0 && rest[0] != '%')
        {
            name = Encoding.UTF8.GetString(rest[..end]);
        }

        return end >= 0;
    }

    // su asks in words of its own, in any language: what ends without a line's end is a question, unless it may become the word.
    private bool IsOpenQuestion(ReadOnlySpan<byte> said)
    {
        var line = said[(said.LastIndexOf((byte)'\n') + 1)..];
        return !line.Trim(" \t\r"u8).IsEmpty && !_word.AsSpan().StartsWith(line);
    }
}
