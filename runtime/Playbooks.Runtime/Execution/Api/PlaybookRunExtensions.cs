using Playbooks.Execution;
using Playbooks.Generated;

namespace Playbooks;

/// <summary>Runs playbooks from a C# program.</summary>
public static class PlaybookRunExtensions
{
    /// <summary>Runs a playbook.</summary>
    /// <typeparam name="TResults">What its tasks give on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Starts nothing new; jobs run on.</param>
    /// <returns>How it went; a failure on a host is part of the report.</returns>
    /// <exception cref="UsageException">Nothing was run: the pattern names no host, say.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static async Task<RunReport<TResults>> RunAsync<TResults>(
        this IPlaybook<TResults> playbook, RunOptions? options = null, CancellationToken cancellationToken = default)
        where TResults : class
    {
        var report = await PlaybookRun
            .ReportAsync(RunnablePlaybook.Of(playbook), options ?? new(), cancellationToken)
            .ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new(
            report.RunId,
            [.. report.Hosts.Select(host => new HostReport<TResults>(host.Host, host.Counts, (TResults?)host.Results, host.Failure))],
            report.ExitCode);
    }

    /// <summary>Runs a site: its playbooks, one after the other.</summary>
    /// <param name="site">The site.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Starts nothing new; jobs run on.</param>
    /// <returns>How it went, over all playbooks; without results, which each playbook has of its own type.</returns>
    /// <exception cref="UsageException">Nothing was run: a pattern names a group that does not exist, for example.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static async Task<RunReport<object>> RunAsync(
        this ISite site, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        var report = await PlaybookRun
            .ReportAsync(RunnablePlaybook.OfSite(site), options ?? new(), cancellationToken)
            .ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return report;
    }
}
