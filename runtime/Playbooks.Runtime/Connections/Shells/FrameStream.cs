using System.Text;

namespace Playbooks.Connections.Shells;

/// <summary>Extracts the output of scripts from one stream of a long-lived shell, byte for byte.</summary>
internal sealed class FrameStream
{
    private const int MostNoise = 4096;

    private readonly Lock _lock = new();
    private readonly List<byte> _noise = [];
    private byte[] _held = [];
    private Place _place = Place.Between;
    private Frame? _frame;
    private Action<ReadOnlySpan<byte>>? _take;
    private bool _isUsed;

    private enum Place
    {
        Between,
        BeginLine,
        Inside,
        EndLine,
    }

    /// <summary>The last part of what was printed outside of scripts. It may explain why a shell did not start.</summary>
    internal string Noise
    {
        get
        {
            lock (_lock)
            {
                return Encoding.UTF8.GetString([.. _noise]);
            }
        }
    }

    /// <summary>Whether anything was printed after a script's end.</summary>
    internal bool IsDisturbed { get; private set; }

    /// <summary>Prepares for a script's output.</summary>
    internal void Expect(Frame frame, Action<ReadOnlySpan<byte>> take)
    {
        lock (_lock)
        {
            _frame = frame;
            _take = take;
        }
    }

    /// <summary>Takes bytes of the stream.</summary>
    internal void Write(ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            if (_held.Length > 0)
            {
                data = (byte[])[.. _held, .. data];
                _held = [];
            }

            while (!data.IsEmpty)
            {
                data = _place is Place.Between or Place.Inside ? ToMark(data) : ToLineEnd(data);
            }
        }
    }

    private ReadOnlySpan<byte> ToMark(ReadOnlySpan<byte> data)
    {
        if (_frame is null)
        {
            Drop(data);
            return [];
        }

        var mark = _place == Place.Inside ? _frame.EndMark : _frame.BeginMark;
        var at = data.IndexOf(mark);
        var end = at < 0 ? data.Length - PartOfMark(data, mark) : at;
        if (_place == Place.Inside)
        {
            if (end > 0)
            {
                _take!(data[..end]);
            }
        }
        else
        {
            Drop(data[..end]);
        }

        if (at < 0)
        {
            _held = data[end..].ToArray();
            return [];
        }

        _place = _place == Place.Inside ? Place.EndLine : Place.BeginLine;
        return data[(at + mark.Length)..];
    }

    private ReadOnlySpan<byte> ToLineEnd(ReadOnlySpan<byte> data)
    {
        var at = data.IndexOf((byte)'\n');
        if (at < 0)
        {
            _held = data.ToArray();
            return [];
        }

        var line = Encoding.ASCII.GetString(data[..at]);
        if (_place == Place.BeginLine)
        {
            _place = Place.Inside;
            _frame!.Begin(line);
        }
        else
        {
            var frame = _frame!;
            _place = Place.Between;
            _isUsed = true;
            _frame = null;
            _take = null;
            frame.End(line);
        }

        return data[(at + 1)..];
    }

    /// <summary>Returns how many of the last bytes may be the beginning of a mark.</summary>
    private static int PartOfMark(ReadOnlySpan<byte> data, ReadOnlySpan<byte> mark)
    {
        var length = Math.Min(data.Length, mark.Length - 1);
        while (length > 0 && !data[^length..].SequenceEqual(mark[..length]))
        {
            length--;
        }

        return length;
    }

    private void Drop(ReadOnlySpan<byte> data)
    {
        IsDisturbed |= _isUsed && !data.IsEmpty;
        _noise.AddRange(data);
        if (_noise.Count > MostNoise)
        {
            _noise.RemoveRange(0, _noise.Count - MostNoise);
        }
    }
}
