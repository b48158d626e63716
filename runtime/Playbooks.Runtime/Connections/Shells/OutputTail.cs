namespace Playbooks.Connections.Shells;

/// <summary>Keeps the last bytes of a stream, so that a host that prints without end takes no more memory than this.</summary>
/// <param name="most">The maximum number of bytes to keep.</param>
internal sealed class OutputTail(int most = OutputTail.Most)
{
    /// <summary>The default maximum: 1 MiB, as for the output of jobs.</summary>
    internal const int Most = 1024 * 1024;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>Whether there were more bytes before.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>The bytes that are kept.</summary>
    internal ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(Math.Max(0, _length - most), Math.Min(_length, most));

    /// <summary>Takes further bytes.</summary>
    internal void Write(ReadOnlySpan<byte> data)
    {
        IsCut |= _length + (long)data.Length > most;
        data = data[Math.Max(0, data.Length - most)..];
        if (_length + data.Length > 2 * most)
        {
            // Bytes are moved once per MiB, so that each byte is moved only once.
            var kept = most - data.Length;
            _bytes.AsSpan(_length - kept, kept).CopyTo(_bytes);
            _length = kept;
        }

        if (_length + data.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Min(2 * most, Math.Max(256, Math.Max(2 * _bytes.Length, _length + data.Length))));
        }

        data.CopyTo(_bytes.AsSpan(_length));
        _length += data.Length;
    }
}
