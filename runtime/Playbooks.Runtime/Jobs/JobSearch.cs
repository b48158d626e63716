using Playbooks.Connections;

namespace Playbooks.Jobs;

/// <summary>Looks for the jobs on one host: those of the connection's user, and of the users as whom that one has started some.</summary>
/// <param name="host">The host.</param>
/// <param name="connection">Its connection, which stays its owner's.</param>
/// <param name="directory">Where jobs live on the host.</param>
internal sealed class JobSearch(Host host, IHostConnection connection, string directory)
{
    /// <summary>Finds the jobs. Nobody's files are read but as the user whose they are.</summary>
    /// <param name="also">A further user to look as.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    /// <exception cref="FormatException">The host's answer cannot be read.</exception>
    internal async Task<FoundJobs> FindAsync(string? also, CancellationToken cancellationToken)
    {
        var jobs = new Dictionary<string, FoundJob>(StringComparer.Ordinal);
        var asked = new List<string?>();
        var seen = new List<string?>();
        var notShown = new List<BecomeException>();
        var toAsk = new Queue<string?>(also is null ? [null] : [null, also]);
        while (toAsk.TryDequeue(out var user))
        {
            if (asked.Contains(user))
            {
                continue;
            }

            asked.Add(user);
            try
            {
                var scan = await ScanAsync(user, cancellationToken).ConfigureAwait(false);
                seen.Add(user);
                scan.Users.Where(JobScripts.IsUser).ToList().ForEach(toAsk.Enqueue);
                foreach (var job in scan.Jobs)
                {
                    jobs.TryAdd(job.Handle.Directory, job);
                }
            }
            catch (BecomeException refused)
            {
                notShown.Add(refused);
            }
        }

        return new FoundJobs([.. jobs.Values], seen, notShown);
    }

    private async Task<JobScan> ScanAsync(string? user, CancellationToken cancellationToken)
    {
        var script = new ShellScript(JobScripts.List(directory)) { User = user, MostOutput = ShellScript.MostOfJobs };
        var outcome = await connection.RunAsync(script, cancellationToken).ConfigureAwait(false);
        return outcome.Truncated
            ? throw new UnreachableException(host.Name, $"{host.Name} lists more jobs than {ShellScript.MostOfJobs / (1024 * 1024)} MiB can hold: 'jobs clean' removes the old ones.") { IsTransient = false }
            : JobScan.Parse(outcome.Stdout, host.Name, user);
    }
}
