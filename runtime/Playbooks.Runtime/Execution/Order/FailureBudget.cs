using System.Globalization;
using Playbooks.Generated;

namespace Playbooks.Execution.Order;

/// <summary>How many hosts of a batch may fail. When more have, the others stop at their next task, and no further batch begins.</summary>
internal sealed class FailureBudget(PlaybookInfo playbook, int hosts)
{
    private readonly Lock _gate = new();
    private readonly List<string> _failed = [];
    private readonly Dictionary<string, TaskPosition> _begun = new(StringComparer.Ordinal);
    private string? _stopped;
    private TaskPosition _stoppedAfter;

    /// <summary>Why no further batch begins: a batch that has failed whole is enough.</summary>
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

    /// <summary>A host comes to a task.</summary>
    internal void Begin(string host, TaskPosition position)
    {
        lock (_gate)
        {
            _begun[host] = position;
        }
    }

    /// <summary>
    /// Why a host does not run the task that it has come to; <see langword="null"/> where it does. In the linear order all run the
    /// task at which one too many has failed, also those that are told of it before they have begun.
    /// </summary>
    internal string? StopsAt(TaskPosition position)
    {
        lock (_gate)
        {
            return playbook.Strategy == Strategy.Free || position > _stoppedAfter ? _stopped : null;
        }
    }

    /// <summary>A host has failed for good, or was lost.</summary>
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
        playbook.AnyErrorsFatal ? $"{host} failed, and AnyErrorsFatal stops all then"
        : _failed.Count * 100L <= (long)playbook.MaxFailPercentage * hosts ? null
        : $"{Count()}, and MaxFailPercentage = {playbook.MaxFailPercentage.ToString(CultureInfo.InvariantCulture)} allows no more";

    private string Count() =>
        $"{_failed.Count} of {hosts} {(hosts == 1 ? "host" : "hosts")} failed ({string.Join(", ", _failed)})";
}
