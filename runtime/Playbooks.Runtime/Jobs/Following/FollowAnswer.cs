using System.Text;
using Playbooks.Connections;

namespace Playbooks.Jobs.Following;

/// <summary>A host's answer about the output of followed jobs.</summary>
/// <param name="Parts">What was read of the streams that have grown.</param>
/// <param name="Gone">The streams of jobs whose directory no longer exists.</param>
internal sealed record FollowAnswer(IReadOnlyList<FollowedPart> Parts, IReadOnlyList<string> Gone)
{
    /// <summary>Parses an answer.</summary>
    /// <exception cref="FormatException">The bytes are not a complete answer.</exception>
    internal static FollowAnswer Parse(ReadOnlyMemory<byte> answer, string mark)
    {
        var border = Encoding.ASCII.GetBytes(mark);
        var parts = new List<FollowedPart>();
        var gone = new List<string>();
        while (true)
        {
            var end = answer.Span.IndexOf((byte)'\n');
            var words = end < 0 || !answer.Span.StartsWith(border) ? [] : Encoding.ASCII.GetString(answer.Span[border.Length..end]).Split(' ');
            answer = answer[(end + 1)..];
            switch (words)
            {
                case ["", "end"]:
                    return new FollowAnswer(parts, gone);
                case ["", var name, "gone"]:
                    gone.Add(name);
                    break;
                case ["", var name, var block, var size] when answer.Span.IndexOf(border) is >= 0 and var length:
                    parts.Add(new FollowedPart(name, HostAnswer.Number(block), HostAnswer.Number(size), answer[..length]));
                    answer = answer[(length + border.Length + 1)..];
                    break;
                default:
                    throw HostAnswer.Unreadable("output of jobs", string.Join(' ', words));
            }
        }
    }
}
