using Playbooks.Execution;
using Playbooks.Generated;

namespace Playbooks;

/// <summary>Runs playbooks from a C# program.</summary>
public static class PlaybookRunExtensions
{
    /// <summary>Runs a playbook.</summary>
    /// <typeparam name="TResults">The type that holds the results of all tasks on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    /// <param name="options">The options of the run; <see langword="null"/> uses the defaults.</param>
    /// <param name="cancellationToken">Interrupts the run: no further task starts. By default, jobs that have started run on.</param>
    /// <returns>A report about every host. The report also contains the failures of hosts: these failures do not throw an exception.</returns>
    /// <exception cref="UsageException">Nothing was run, for example because the pattern matches no host.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
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
    /// <param name="options">The options of the run; <see langword="null"/> uses the defaults.</param>
    /// <param name="cancellationToken">Interrupts the run: no further task starts. By default, jobs that have started run on.</param>
    /// <returns>A report about every host, for all playbooks together. The report has no results, because each playbook has its own type of results.</returns>
    /// <exception cref="UsageException">Nothing was run, for example because a pattern names a group that does not exist.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
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
