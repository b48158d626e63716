namespace Playbooks.Connections.Shells;

/// <summary>Keeps the last of what comes, so that a host that prints without end takes no more memory than one that prints much.</summary>
/// <param name="most">How many bytes are kept.</param>
internal sealed class OutputTail(int most = OutputTail.Most)
{
    /// <summary>What is kept where nothing else is said: 1 MiB, as of what jobs print.</summary>
    internal const int Most = 1024 * 1024;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>Whether there was more before.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>What is kept.</summary>
    internal ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(Math.Max(0, _length - most), Math.Min(_length, most));

    /// <summary>Takes more.</summary>
    internal void Write(ReadOnlySpan<byte> data)
    {
        IsCut |= _length + (long)data.Length > most;
        data = data[Math.Max(0, data.Length - most)..];
        if (_length + data.Length > 2 * most)
        {
            // Moved once a MiB, so that each byte is moved once.
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
