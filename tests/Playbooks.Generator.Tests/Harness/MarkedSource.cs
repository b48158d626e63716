using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Playbooks.Generator.Tests.Harness;

/// <summary>Source in which the wrong places are marked: <c>[|…|]</c>.</summary>
/// <param name="Text">The source without its marks.</param>
/// <param name="Spans">The marked places, in order of their ends.</param>
internal sealed record MarkedSource(string Text, IReadOnlyList<TextSpan> Spans)
{
    internal static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var starts = new Stack<int>();
        var spans = new List<TextSpan>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked.AsSpan(i).StartsWith("[|"))
            {
                starts.Push(text.Length);
                i++;
            }
            else if (marked.AsSpan(i).StartsWith("|]"))
            {
                spans.Add(TextSpan.FromBounds(starts.Pop(), text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return new(text.ToString(), spans);
    }
}
