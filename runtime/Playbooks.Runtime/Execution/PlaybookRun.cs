using System.Security.Cryptography;
using Playbooks.Connections;

namespace Playbooks.Execution;

/// <summary>The run of a playbook: batch after batch, the hosts of each at once, to the end of the last.</summary>
internal sealed class PlaybookRun
{
    private const int Interrupted = 130;

    private readonly RunnablePlaybook _playbook;
    private readonly RunContext _context;
    private readonly EventStream _events;

    private PlaybookRun(RunnablePlaybook playbook, RunContext context)
    {
        _playbook = playbook;
        _context = context;
        _events = context.Events;
    }

    /// <summary>Runs a playbook, and gives the exit code: 0, 2, 4, 6, or 130 where it was interrupted.</summary>
    /// <exception cref="UsageException">Nothing was run.</exception>
    internal static async Task<int> RunAsync(RunnablePlaybook playbook, RunOptions options, CancellationToken cancellationToken) =>
        (await ReportAsync(playbook, options, cancellationToken).ConfigureAwait(false)).ExitCode;

    /// <summary>Runs a playbook, and reports.</summary>
    /// <exception cref="UsageException">Nothing was run.</exception>
    internal static async Task<RunReport<object>> ReportAsync(
        RunnablePlaybook playbook, RunOptions options, CancellationToken cancellationToken)
    {
        if (options.Forks is < 1)
        {
            throw new UsageException($"--forks is {options.Forks}: at least one host must run at a time.");
        }

        var selection = new TaskSelection(playbook.Info, new TagChoice(options.Tags, options.SkipTags), options.StartAt);
        var started = options.Time.GetUtcNow();
        var play = new Play(NewRunId(started), started, options.Inventory.Select(playbook.Info.Pattern, options.Limit))
        {
            CheckMode = options.CheckMode,
        };
        var connector = options.Connector ?? new Connector(ConnectionOptions.From(options), options.Time);
        connector.Check([.. play.Hosts, .. Endpoints.Delegates(playbook.Info, options.Inventory)]);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var context = new RunContext(
            playbook.Info, play, options, new EventStream(options.Output, options.Time), cancellationToken, over.Token)
        {
            Selection = selection,
            Endpoints = new Endpoints(play.Hosts, connector, options),
        };
        try
        {
            return await new PlaybookRun(playbook, context).RunAsync(context.Endpoints.OfRun).ConfigureAwait(false);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await context.Endpoints.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string NewRunId(DateTimeOffset started) =>
        $"{started.UtcDateTime:yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 4)}";

    private async Task<RunReport<object>> RunAsync(IReadOnlyList<HostEndpoint> endpoints)
    {
        _events.Tell(new RunStarted(_context.Play, _context.Playbook));
        var runs = new List<HostRun>();
        var reports = new List<HostReport<object>>();
        var batches = Batch.Split(endpoints, _context.Playbook.Serial).ToList();
        for (var batch = 0; batch < batches.Count; batch++)
        {
            if (batch > 0 && IsStopped(batches.Skip(batch)))
            {
                break;
            }

            if (batches.Count > 1)
            {
                _events.Tell(new BatchStarted(batch + 1, batches.Count, HostsOf(batches[batch])));
            }

            _context.Begin(HostsOf(batches[batch]));
            var begun = batches[batch].Select(endpoint => new HostRun(_context, endpoint)).ToList();
            runs.AddRange(begun);
            reports.AddRange(await Task.WhenAll(begun.Select(RunAsync)).ConfigureAwait(false));
        }

        reports.AddRange(endpoints.Skip(reports.Count).Select(endpoint => new HostReport<object>(endpoint.Host, new HostTally(endpoint.Host).Counts, null, null)));
        if (_context.Stop.IsCancellationRequested)
        {
            _events.Tell(new RunInterrupted([.. runs.SelectMany(RunningJobs)]));
        }

        var exitCode = ExitCode(reports);
        _events.Tell(new RunFinished([.. reports.Select(report => report.Counts)], exitCode));
        return new RunReport<object>(_context.Play.RunId, reports, exitCode);
    }

    /// <summary>Whether no further batch begins; told, where failures are the reason.</summary>
    private bool IsStopped(IEnumerable<IReadOnlyList<HostEndpoint>> next)
    {
        if (!_context.Stop.IsCancellationRequested && _context.Batch.Budget.StopsBatches is { } reason)
        {
            _events.Tell(new PlayStopped(reason, HostsOf(next.SelectMany(batch => batch))));
            return true;
        }

        return _context.Stop.IsCancellationRequested;
    }

    private static List<Host> HostsOf(IEnumerable<HostEndpoint> endpoints) => [.. endpoints.Select(endpoint => endpoint.Host)];

    private int ExitCode(IReadOnlyList<HostReport<object>> reports)
    {
        if (_context.Stop.IsCancellationRequested)
        {
            return Interrupted;
        }

        var failed = reports.Any(report => report.Failure is TaskFailedException || report.Counts.Failed > 0) ? 2 : 0;
        var unreachable = reports.Any(report => report.Counts.Unreachable > 0) ? 4 : 0;
        return failed + unreachable;
    }

    private async Task<HostReport<object>> RunAsync(HostRun run)
    {
        object? results = null;
        Exception? failure = null;
        try
        {
            results = await run.RunPlaybookAsync(_playbook.RunAsync, _playbook.Handlers).ConfigureAwait(false);
        }
        catch (Exception thrown) when (thrown is TaskFailedException or UnreachableException or OperationCanceledException)
        {
            failure = thrown;
            if (thrown is UnreachableException lost)
            {
                run.TellLost(lost);
            }
        }
        finally
        {
            _context.Order.Leave(run.Host);
        }

        return new HostReport<object>(run.Host, run.Tally.Counts, results, failure);
    }

    private static IEnumerable<RunningJob> RunningJobs(HostRun run) =>
        run.RunningJobs.Select(job => new RunningJob(run.Host, job.Task, job.Describe(JobState.Running)));
}
