using Playbooks.Execution.Order;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution;

/// <summary>The run of one playbook: batch after batch, with all hosts of a batch at the same time.</summary>
internal sealed class PlayRun(RunnablePlaybook playbook, RunContext context)
{
    private readonly List<HostPlay> _runs = [];

    /// <summary>Why no playbook runs after this one: too many of its hosts have failed. <see langword="null"/> if another may run.</summary>
    internal string? StopReason { get; private set; }

    /// <summary>The jobs that still run.</summary>
    internal IEnumerable<RunningJob> RunningJobs => _runs.SelectMany(run =>
        run.RunningJobs.Select(job => new RunningJob(run.Host, job.Task, job.Describe(JobState.Running))));

    /// <summary>Runs the playbook.</summary>
    /// <returns>A report for each host, in order.</returns>
    internal async Task<IReadOnlyList<HostReport<object>>> RunAsync()
    {
        var endpoints = context.Play.Hosts.Select(host => context.Endpoints.To(host.Name)).ToList();
        var reports = new List<HostReport<object>>();
        var batches = Batch.Split(endpoints, context.Playbook.Serial).ToList();
        for (var batch = 0; batch < batches.Count; batch++)
        {
            if (batch > 0 && IsStopped(batches.Skip(batch)))
            {
                break;
            }

            if (batches.Count > 1)
            {
                context.Events.Tell(new BatchStarted(batch + 1, batches.Count, HostsOf(batches[batch])));
            }

            var agreement = context.Agree(HostsOf(batches[batch]));
            var begun = batches[batch].Select(endpoint => new HostPlay(new(new(context, agreement, endpoint.Host.Name), endpoint))).ToList();
            _runs.AddRange(begun);
            reports.AddRange(await Task.WhenAll(begun.Select(run => run.RunAsync(playbook))).ConfigureAwait(false));
            StopReason = await agreement.StopReasonAsync().ConfigureAwait(false);
        }

        reports.AddRange(
            endpoints.Skip(reports.Count).Select(endpoint => new HostReport<object>(endpoint.Host, new HostTally(endpoint.Host).Counts, null, null)));
        return reports;
    }

    /// <summary>Returns whether no further batch begins. If failures are the reason, reports that.</summary>
    private bool IsStopped(IEnumerable<IReadOnlyList<HostEndpoint>> next)
    {
        if (!context.Interrupt.IsCancellationRequested && StopReason is { } reason)
        {
            context.Events.Tell(new PlayStopped(reason, HostsOf(next.SelectMany(batch => batch))));
            return true;
        }

        return context.Interrupt.IsCancellationRequested;
    }

    private static List<Host> HostsOf(IEnumerable<HostEndpoint> endpoints) => [.. endpoints.Select(endpoint => endpoint.Host)];
}
