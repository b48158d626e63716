using System.Text;
using Playbooks.Generated;

namespace Playbooks.Output;

/// <summary>The failures of all hosts, which the end of the output repeats, because users look there first.</summary>
internal sealed class Failures
{
    private readonly List<(Host Host, TaskInfo? Task, string What, string Why)> _failures = [];

    internal void Add(Host host, TaskInfo? task, string what, string why) => _failures.Add((host, task, what, why));

    /// <summary>Removes the failures of a block that was rescued; of the whole playbook if no block is given.</summary>
    internal void Remove(Host host, string? block) => _failures.RemoveAll(failure =>
        failure.Host == host && (block is null || failure.Task?.Path.StartsWith($"{block}.", StringComparison.Ordinal) == true));

    /// <summary>Adds one line for each failure, and how to rerun only these hosts.</summary>
    internal void AppendTo(StringBuilder text, IReadOnlyList<HostCounts> hosts)
    {
        var bad = new List<string>();
        foreach (var counts in hosts)
        {
            if (counts.Failed > 0 || counts.Unreachable > 0)
            {
                text.Append(bad.Count == 0 ? "\n" : "");
                bad.Add(counts.Host.Name);
                AppendTo(text, counts.Host);
            }
        }

        if (bad.Count > 0 && bad.Count < hosts.Count)
        {
            text.Append("To run only on these hosts again: --limit ").AppendPrintable(string.Join(',', bad)).Append('\n');
        }
    }

    private void AppendTo(StringBuilder text, Host host)
    {
        foreach (var (failed, _, what, why) in _failures)
        {
            if (failed == host)
            {
                text.AppendPrintable(host.Name).Append(": ").AppendPrintable(what).Append(": ").AppendPrintable(FirstLine(why)).Append('\n');
            }
        }
    }

    private static string FirstLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\n', '\r');
        return end < 0 ? text : text[..end] + " …";
    }
}
