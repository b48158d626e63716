using System.Text;

namespace Playbooks.Execution.Outputs;

/// <summary>
/// The output of a job, chunk by chunk, without secrets. If the end of a chunk may be the beginning of a secret, it waits for the next chunk. Each chunk
/// keeps the offset that its first byte has on the host.
/// </summary>
internal sealed class MaskedStream
{
    private SecretMask? _of;
    private SecretMask? _mask;
    private string _held = "";
    private JobPrinted? _last;

    /// <summary>Takes a chunk.</summary>
    /// <returns>The output that may be shown now; <see langword="null"/> if all of it must wait.</returns>
    internal JobPrinted? Take(JobPrinted printed, SecretMask mask)
    {
        if (_of != mask)
        {
            (_of, _mask) = (mask, mask.OfBytes());
        }

        var offset = _last is { } last ? last.Offset : printed.Offset;
        var text = _held + Encoding.Latin1.GetString(printed.Bytes.Span);
        var begun = _mask!.Begun(text);
        _held = text[^begun..];
        _last = begun == 0 ? null : printed with { Offset = offset + text.Length - begun, Bytes = default };
        return Told(printed with { Offset = offset }, text[..^begun]);
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The output that was waiting.</returns>
    internal JobPrinted? End()
    {
        var last = _last;
        _last = null;
        return last is null ? null : Told(last, _held);
    }

    private JobPrinted? Told(JobPrinted printed, string text) =>
        text.Length == 0 ? null : printed with { Bytes = Encoding.Latin1.GetBytes(_mask!.In(text)) };
}
