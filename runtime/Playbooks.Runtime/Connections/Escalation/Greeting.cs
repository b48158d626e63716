using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Connections.Escalation;

/// <summary>
/// Reads the output of a program that starts a shell as another user: its password prompt, and the word with which the shell announces itself. Output after
/// that word is passed on.
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

    /// <summary>The line with which the shell announces itself.</summary>
    internal string Word { get; }

    /// <summary>The prompt for <c>sudo</c>, which inserts whose password it requires: its configuration decides that.</summary>
    internal string Prompt => $"{_mark}%p:";

    /// <summary>Completes at the first password prompt, with the user whose password is requested if the prompt names one.</summary>
    internal Task<string?> Asked => _asked.Task;

    /// <summary>Completes at the second prompt, if it is certainly one: the first password was wrong.</summary>
    internal Task AskedAgain => _askedAgain.Task;

    /// <summary>Completes when the shell announces itself.</summary>
    internal Task Announced => _announced.Task;

    /// <summary>The output until then; if our own prompt appeared, only what follows it, because <c>sudo</c> may print a lecture before it.</summary>
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

    /// <summary>Takes the output before the announcement.</summary>
    /// <returns>The output after the announcement.</returns>
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

    /// <summary>Reads whose password is requested; only <c>sudo</c> prints that.</summary>
    /// <returns>Whether the prompt is complete.</returns>
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

    // The prompt of su has its own words, in any language. So text without a line end is a prompt, unless it may become the announcement.
    private bool IsOpenQuestion(ReadOnlySpan<byte> said)
    {
        var line = said[(said.LastIndexOf((byte)'\n') + 1)..];
        return !line.Trim(" \t\r"u8).IsEmpty && !_word.AsSpan().StartsWith(line);
    }
}
