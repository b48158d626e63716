using System.Text;
using Playbooks.Generated;
using Playbooks.Jobs.Following;

namespace Playbooks.Output;

/// <summary>The output of jobs while they run, as lines. Each line is shown when it is complete, after the names of its host and task.</summary>
internal sealed class LiveLines
{
    /// <summary>The longest line that is held until it is complete, in bytes; a longer line is shown in parts.</summary>
    private const int LongestLine = 64 * 1024;

    private readonly HashSet<(Host Host, string Job)> _shown = [];
    private readonly Dictionary<(Host Host, TaskInfo Task, int? Item, StreamName Stream), (string Prefix, byte[] Bytes)> _begun = [];

    /// <summary>Whether the output of a task's job was already shown while it ran.</summary>
    internal bool IsShown(Host host, TaskResult result) => result.Job is { } job && _shown.Contains((host, job.Id));

    /// <summary>Adds the lines that are now complete.</summary>
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

    /// <summary>Adds the rest of a job's output, which has no line end.</summary>
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

    /// <summary>Adds the rest of all jobs' output, which has no line end.</summary>
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
