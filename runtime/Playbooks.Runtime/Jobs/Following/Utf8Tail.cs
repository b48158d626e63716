using System.Buffers;
using System.Text;

namespace Playbooks.Jobs.Following;

/// <summary>The end of a chunk of UTF-8 text.</summary>
internal static class Utf8Tail
{
    /// <summary>Returns how many bytes at the end are the beginning of an incomplete character: at most 3.</summary>
    internal static int Incomplete(ReadOnlySpan<byte> bytes) =>
        Rune.DecodeLastFromUtf8(bytes, out _, out var length) == OperationStatus.NeedMoreData ? length : 0;
}
