using System.Buffers;
using System.Text;

namespace Playbooks.Output;

/// <summary>
/// Standard output. If it cannot be written any more, for example because a disk is full, that is reported once and the run continues: a log must not affect
/// hosts.
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

    /// <summary>Writes lines of JSON. Their values stay the same; characters that affect a terminal or a log are escaped.</summary>
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

    /// <summary>Writes bytes at once, unchanged.</summary>
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
            Say($"Standard output can no longer be written ({gone.Message}). The run continues without it.");
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
            // Standard error has the same full disk or closed terminal, so the problem cannot be reported.
            _isClosed = true;
        }
    }
}
