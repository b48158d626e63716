using System.Globalization;
using Playbooks.Generated;

namespace Playbooks.Execution.Order;

/// <summary>How many hosts of a batch may fail. If more hosts fail, the other hosts stop at their next task, and no further batch begins.</summary>
internal sealed class FailureBudget(PlaybookInfo playbook, int hosts)
{
    private readonly Lock _gate = new();
    private readonly List<string> _failed = [];
    private readonly Dictionary<string, TaskPosition> _begun = new(StringComparer.Ordinal);
    private string? _stopped;
    private TaskPosition _stoppedAfter;

    /// <summary>Why no further batch begins; <see langword="null"/> if one may. A batch in which all hosts have failed also stops the run.</summary>
    internal string? StopsBatches
    {
        get
        {
            lock (_gate)
            {
                return _stopped ?? (_failed.Count == hosts ? Count() : null);
            }
        }
    }

    /// <summary>Records that a host has reached a task.</summary>
    internal void Begin(string host, TaskPosition position)
    {
        lock (_gate)
        {
            _begun[host] = position;
        }
    }

    /// <summary>
    /// Returns why a host must not run the task that it has reached; <see langword="null"/> if it may. In the linear order, all hosts still run the task at
    /// which one host too many has failed, even those that begin it after the failure.
    /// </summary>
    internal string? StopsAt(TaskPosition position)
    {
        lock (_gate)
        {
            return playbook.Strategy == Strategy.Free || position > _stoppedAfter ? _stopped : null;
        }
    }

    /// <summary>Records that a host has finally failed or become unreachable.</summary>
    internal void Fail(string host)
    {
        lock (_gate)
        {
            if (_failed.Contains(host, StringComparer.Ordinal))
            {
                return;
            }

            _failed.Add(host);
            if (_stopped is null && Excess(host) is { } reason)
            {
                _stopped = reason;
                _stoppedAfter = _begun.GetValueOrDefault(host);
            }
        }
    }

    private string? Excess(string host) =>
        playbook.AnyErrorsFatal ? $"{host} failed, and AnyErrorsFatal stops all hosts after a failure"
        : _failed.Count * 100L <= (long)playbook.MaxFailPercentage * hosts ? null
        : $"{Count()}, more than MaxFailPercentage = {playbook.MaxFailPercentage.ToString(CultureInfo.InvariantCulture)} allows";

    private string Count() =>
        $"{_failed.Count} of {hosts} {(hosts == 1 ? "host" : "hosts")} failed ({string.Join(", ", _failed)})";
}
