using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Playbooks;

/// <summary>Prints how one text differs from another, line by line, as <c>diff -u</c> does.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Returns the difference; empty if the texts are equal.</summary>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    /// <param name="from">The name of the text before.</param>
    /// <param name="to">The name of the text after.</param>
    internal static string Of(string before, string after, string from, string to)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, LineEndingsPreservingChunker.Instance);
        if (diff.DiffBlocks.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder().Append("--- ").Append(from).Append("\n+++ ").Append(to).Append('\n');
        for (var first = 0; first < diff.DiffBlocks.Count;)
        {
            var last = first;
            while (last + 1 < diff.DiffBlocks.Count && diff.DiffBlocks[last + 1].DeleteStartA - EndOf(diff.DiffBlocks[last]) <= 2 * Context)
            {
                last++;
            }

            AppendHunk(text, diff, first, last);
            first = last + 1;
        }

        return text.ToString();
    }

    private static int EndOf(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private static void AppendHunk(StringBuilder text, DiffResult diff, int first, int last)
    {
        var blocks = diff.DiffBlocks;
        var start = Math.Max(0, blocks[first].DeleteStartA - Context);
        var end = Math.Min(diff.PiecesOld.Count, EndOf(blocks[last]) + Context);
        var startAfter = blocks[first].InsertStartB - (blocks[first].DeleteStartA - start);
        var more = 0;
        for (var block = first; block <= last; block++)
        {
            more += blocks[block].InsertCountB - blocks[block].DeleteCountA;
        }

        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(start, end - start)} +{Range(startAfter, end - start + more)} @@\n");
        var line = start;
        for (var block = first; block <= last; block++)
        {
            Append(text, ' ', diff.PiecesOld, line, blocks[block].DeleteStartA);
            Append(text, '-', diff.PiecesOld, blocks[block].DeleteStartA, EndOf(blocks[block]));
            Append(text, '+', diff.PiecesNew, blocks[block].InsertStartB, blocks[block].InsertStartB + blocks[block].InsertCountB);
            line = EndOf(blocks[block]);
        }

        Append(text, ' ', diff.PiecesOld, line, end);
    }

    private static string Range(int start, int count) => count switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{start},0"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{start + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{start + 1},{count}"),
    };

    private static void Append(StringBuilder text, char sign, IReadOnlyList<string> lines, int from, int to)
    {
        for (var line = from; line < to; line++)
        {
            text.Append(sign).Append(lines[line]);
            if (!lines[line].EndsWith('\n'))
            {
                text.Append("\n\\ No newline at end of file\n");
            }
        }
    }
}
