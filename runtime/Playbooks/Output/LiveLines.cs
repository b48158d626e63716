using System.Text;
using Playbooks.Generated;
using Playbooks.Jobs.Following;

namespace Playbooks.Output;

/// <summary>What jobs print while they run, as lines: each once it is whole, behind its host and its task.</summary>
internal sealed class LiveLines
{
    /// <summary>The longest line that is waited for, in bytes; a longer one is shown in parts.</summary>
    private const int LongestLine = 64 * 1024;

    private readonly HashSet<(Host Host, string Job)> _shown = [];
    private readonly Dictionary<(Host Host, TaskInfo Task, int? Item, StreamName Stream), (string Prefix, byte[] Bytes)> _begun = [];

    /// <summary>Whether what a task's job has printed was shown as it came.</summary>
    internal bool IsShown(Host host, TaskResult result) => result.Job is { } job && _shown.Contains((host, job.Id));

    /// <summary>Adds the lines that have become whole.</summary>
    internal void Append(StringBuilder text, JobPrinted printed, string prefix)
    {
        _shown.Add((printed.Host, printed.JobId));
        var key = (printed.Host, printed.Task, printed.Item, printed.Stream);
        prefix = $"{prefix} {(printed.Stream == StreamName.Stdout ? '|' : '!')}";
        var bytes = _begun.Remove(key, out var begun) ? (byte[])[.. begun.Bytes, .. printed.Bytes.Span] : printed.Bytes.Span;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n');
            var length = end >= 0 ? end : bytes.Length;
            if (length > LongestLine)
            {
                length = LongestLine - Utf8Tail.Incomplete(bytes[..LongestLine]);
                end = length - 1;
            }
            else if (end < 0)
            {
                _begun[key] = (prefix, bytes.ToArray());
                return;
            }

            AppendLine(text, prefix, bytes[..length]);
            bytes = bytes[(end + 1)..];
        }
    }

    /// <summary>Adds what a job has left without a line end.</summary>
    internal void End(StringBuilder text, TaskEvent of)
    {
        foreach (var stream in Enum.GetValues<StreamName>())
        {
            if (_begun.Remove((of.Host, of.Task, of.Item, stream), out var begun))
            {
                AppendLine(text, begun.Prefix, begun.Bytes);
            }
        }
    }

    /// <summary>Adds what all jobs have left without a line end.</summary>
    internal void End(StringBuilder text)
    {
        foreach (var (prefix, bytes) in _begun.Values)
        {
            AppendLine(text, prefix, bytes);
        }

        _begun.Clear();
    }

    private static void AppendLine(StringBuilder text, string prefix, ReadOnlySpan<byte> line)
    {
        line = line.EndsWith("\r"u8) ? line[..^1] : line;
        text.Append(prefix).Append(line.IsEmpty ? "" : " ").AppendPrintable(Encoding.UTF8.GetString(line)).Append('\n');
    }
}
