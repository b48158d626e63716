using System.Buffers;
using System.Text;

namespace Playbooks.Output;

/// <summary>
/// Standard output. When it cannot be written any more (a full disk), that is said once, and the run goes on: hosts must not suffer for a log.
/// </summary>
internal sealed class OutputStream(Stream stream, TextWriter error)
{
    private static readonly SearchValues<byte> PlainAscii = SearchValues.Create([
        .. Enumerable.Range(' ', '~' - ' ' + 1).Except(['#', '_']).Select(c => (byte)c), (byte)'\n'
    ]);

    private readonly HarmlessText _text = new();
    private bool _isClosed;

    /// <summary>Writes text for people.</summary>
    internal void WriteText(ReadOnlySpan<char> text)
    {
        var harmless = new StringBuilder(text.Length);
        _text.Append(harmless, text);
        WriteBytes(Encoding.UTF8.GetBytes(harmless.ToString()));
    }

    /// <summary>Writes lines of JSON: the same values, in characters that do nothing to a terminal or a log.</summary>
    internal void WriteJson(ReadOnlySpan<byte> lines)
    {
        if (!lines.ContainsAnyExcept(PlainAscii))
        {
            WriteBytes(lines);
            return;
        }

        var harmless = new StringBuilder(lines.Length);
        new HarmlessText(isJson: true).Append(harmless, Encoding.UTF8.GetString(lines));
        WriteBytes(Encoding.UTF8.GetBytes(harmless.ToString()));
    }

    /// <summary>Writes bytes at once, as they are.</summary>
    internal void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        if (_isClosed)
        {
            return;
        }

        try
        {
            stream.Write(bytes);
            stream.Flush();
        }
        catch (IOException gone)
        {
            _isClosed = true;
            Say($"Standard output cannot be written any more ({gone.Message}); the run goes on without it.");
        }
    }

    private void Say(string line)
    {
        try
        {
            error.WriteLine(line);
        }
        catch (IOException)
        {
            // The same disk, or a closed terminal: nobody is left who could be told.
            _isClosed = true;
        }
    }
}
