namespace Playbooks.Output;

/// <summary>Standard output. When it cannot be written any more (a full disk), that is said once, and the run goes on: hosts must not suffer for a log.</summary>
internal sealed class OutputStream(Stream stream, TextWriter error)
{
    private bool _isClosed;

    /// <summary>Writes an event's bytes at once.</summary>
    internal void Write(ReadOnlySpan<byte> bytes)
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
