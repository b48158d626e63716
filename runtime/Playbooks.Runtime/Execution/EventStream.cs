using Playbooks.Execution.Outputs;

namespace Playbooks.Execution;

/// <summary>
/// The single stream of a run's events. Each event gets its time, and events come one after the other. What must not be shown is removed: results of tasks
/// with <c>[NoLog]</c>, and values of secrets. The end of the run is the last event: later output of jobs that are left is not reported.
/// </summary>
internal sealed class EventStream(IRunOutput? output, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Host Host, string Job, StreamName Stream), MaskedStream> _printed = [];
    private bool _isOver;

    internal void Tell(RunEvent runEvent)
    {
        if (output is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_isOver)
            {
                return;
            }

            runEvent = ToldEvent.WithoutHidden(runEvent);
            if (SecretMask.Known is not { } mask)
            {
                Take(runEvent);
                return;
            }

            if (runEvent is JobPrinted printed)
            {
                Take(StreamOf(printed.Host, printed.JobId, printed.Stream).Take(printed, mask));
                return;
            }

            End(runEvent);
            Take(ToldEvent.Masked(runEvent, mask));
        }
    }

    private MaskedStream StreamOf(Host host, string job, StreamName stream)
    {
        if (!_printed.TryGetValue((host, job, stream), out var masked))
        {
            _printed.Add((host, job, stream), masked = new MaskedStream());
        }

        return masked;
    }

    // Before a job ends, or is no longer followed, its remaining output is reported.
    private void End(RunEvent runEvent)
    {
        foreach (var (of, stream) in _printed
            .Where(entry => runEvent is RunFinished or RunInterrupted
                || (runEvent is JobFinished ended && (ended.Host, ended.Job.Id) == (entry.Key.Host, entry.Key.Job)))
            .ToList())
        {
            Take(stream.End());
            _printed.Remove(of);
        }
    }

    private void Take(RunEvent? runEvent)
    {
        if (runEvent is not null)
        {
            _isOver = runEvent is RunFinished;
            output!.Take(runEvent with { At = time.GetUtcNow() });
        }
    }
}
