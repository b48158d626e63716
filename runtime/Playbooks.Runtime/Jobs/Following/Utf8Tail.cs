using System.Buffers;
using System.Text;

namespace Playbooks.Jobs.Following;

/// <summary>The end of a part of a text in UTF-8.</summary>
internal static class Utf8Tail
{
    /// <summary>How many bytes at the end are the beginning of a character whose rest is not there: 3 at most.</summary>
    internal static int Incomplete(ReadOnlySpan<byte> bytes) =>
        Rune.DecodeLastFromUtf8(bytes, out _, out var length) == OperationStatus.NeedMoreData ? length : 0;
}
