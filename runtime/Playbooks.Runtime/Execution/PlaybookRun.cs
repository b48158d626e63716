using System.Security.Cryptography;
using Playbooks.Connections;
using Playbooks.Execution.Outputs;
using Playbooks.Execution.Selection;
using Playbooks.Execution.Tasks;
using Playbooks.Generated;

namespace Playbooks.Execution;

/// <summary>The run of a playbook or of a site: one playbook after the other.</summary>
internal sealed class PlaybookRun
{
    private const int Interrupted = 130;

    private readonly IReadOnlyList<PlannedPlay> _plays;
    private readonly Func<PlannedPlay, IReadOnlyList<Host>, RunContext> _context;
    private readonly EventStream _events;
    private readonly Dictionary<Host, HostReport<object>> _reports = [];
    private readonly List<PlayRun> _runs = [];

    private PlaybookRun(IReadOnlyList<PlannedPlay> plays, Func<PlannedPlay, IReadOnlyList<Host>, RunContext> context, EventStream events)
    {
        _plays = plays;
        _context = context;
        _events = events;
    }

    /// <summary>Runs a playbook, and returns the exit code: 0, 2, 4, 6, or 130 if the run was interrupted.</summary>
    /// <exception cref="UsageException">Nothing was run.</exception>
    internal static async Task<int> RunAsync(RunnablePlaybook playbook, RunOptions options, CancellationToken cancellationToken) =>
        (await ReportAsync(playbook, options, cancellationToken).ConfigureAwait(false)).ExitCode;

    /// <summary>Runs a playbook, and returns a report.</summary>
    /// <exception cref="UsageException">Nothing was run.</exception>
    internal static async Task<RunReport<object>> ReportAsync(
        RunnablePlaybook playbook, RunOptions options, CancellationToken cancellationToken)
    {
        if (options.Forks is < 1)
        {
            throw new UsageException($"--forks is {options.Forks}. Write a number from 1.");
        }

        var selection = new TaskSelection(playbook.Info, new TagChoice(options.Tags, options.SkipTags), options.StartAt);
        var started = options.Time.GetUtcNow();
        Play PlayOn(string runId, IReadOnlyList<Host> hosts) => new(runId, started, hosts) { CheckMode = options.CheckMode, Inventory = options.Inventory };
        var whole = PlayOn(NewRunId(started), options.Inventory.Select(playbook.Info, options.Limit));
        foreach (var play in playbook.Info.Playbooks)
        {
            HostVarsReader.Check(play, options.Inventory.SelectAny(play.Pattern, options.Limit));
        }

        var plays = PlannedPlay.Of(playbook).Where(play => play.Member is null || selection.Runs(play.Member)).ToList();
        var events = new EventStream(options.Output, options.Time);
        var connector = options.Connector
            ?? new Connector(options.Connections, options.Time, (host, why) => events.Tell(new HostDelayed(host, why)));
        connector.Check([.. whole.Hosts, .. Endpoints.Delegates(playbook.Info, options.Inventory)]);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var endpoints = new Endpoints(connector, options, events);
        using var output = new KeptOutput(options.KeptOutput);
        using var files = new OutputFiles(whole);
        RunContext Context(PlannedPlay play, IReadOnlyList<Host> hosts) => new(
            play.Playbook!.Info, PlayOn(whole.RunId, hosts), options, events, cancellationToken, over.Token)
        {
            Selection = selection,
            Endpoints = endpoints,
            Output = output,
            Files = files,
            SiteMember = play.Member,
        };
        try
        {
            events.Tell(new RunStarted(whole, playbook.Info));
            return await new PlaybookRun(plays, Context, events).RunAsync(whole, options, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await endpoints.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string NewRunId(DateTimeOffset started) =>
        $"{started.UtcDateTime:yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 4)}";

    private async Task<RunReport<object>> RunAsync(Play whole, RunOptions options, CancellationToken stop)
    {
        string? stopped = null;
        foreach (var play in _plays)
        {
            if (stop.IsCancellationRequested)
            {
                break;
            }

            stopped = await RunAsync(play, options, stopped).ConfigureAwait(false);
        }

        var reports = whole.Hosts.Select(host => _reports.GetValueOrDefault(host) ?? new(host, new HostTally(host).Counts, null, null)).ToList();
        if (stop.IsCancellationRequested)
        {
            _events.Tell(new RunInterrupted([.. _runs.SelectMany(run => run.RunningJobs)]));
        }

        var exitCode = stop.IsCancellationRequested ? Interrupted : ExitCode(reports);
        _events.Tell(new RunFinished([.. reports.Select(report => report.Counts)], exitCode));
        return new RunReport<object>(whole.RunId, reports, exitCode);
    }

    /// <summary>Runs one playbook.</summary>
    /// <returns>Why no playbook runs after it; <see langword="null"/> if another may run.</returns>
    private async Task<string?> RunAsync(PlannedPlay play, RunOptions options, string? stopped)
    {
        var named = play.Playbook is { } given ? options.Inventory.SelectAny(given.Info.Pattern, options.Limit) : [];
        var hosts = named.Where(host => _reports.GetValueOrDefault(host)?.Failure is null).ToList();
        if (play.Member is { } member)
        {
            var reason = stopped
                ?? (play.Playbook is null ? "nothing to do"
                : named.Count == 0 ? $"the pattern '{play.Playbook.Info.Pattern}' matches no host of this run"
                : hosts.Count == 0 ? "all hosts of the playbook have already failed"
                : null);
            if (reason is not null)
            {
                _events.Tell(new PlaySkipped(member, reason));
                return stopped;
            }

            _events.Tell(new PlayStarted(member, play.Playbook!.Info, hosts));
        }

        var run = new PlayRun(play.Playbook!, _context(play, hosts));
        _runs.Add(run);
        foreach (var report in await run.RunAsync().ConfigureAwait(false))
        {
            Add(report, isSite: play.Member is not null);
        }

        return run.StopReason;
    }

    /// <summary>Adds a report. A host that has failed runs no later playbook, so it has at most one failure.</summary>
    private void Add(HostReport<object> report, bool isSite)
    {
        var before = _reports.GetValueOrDefault(report.Host);
        _reports[report.Host] = report with
        {
            Counts = before is null ? report.Counts : before.Counts.Plus(report.Counts),
            Results = isSite ? null : report.Results,
        };
    }

    private static int ExitCode(IReadOnlyList<HostReport<object>> reports)
    {
        var failed = reports.Any(report => report.Failure is TaskFailedException || report.Counts.Failed > 0) ? 2 : 0;
        var unreachable = reports.Any(report => report.Counts.Unreachable > 0) ? 4 : 0;
        return failed + unreachable;
    }
}
