
using Playbooks.Connections;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Jobs.Finding;

/// <summary>Finds the jobs on one host: those of the connection's user, and of the users as whom that user has started jobs.</summary>
/// <param name="host">The host.</param>
/// <param name="connection">The connection to the host. The caller closes it.</param>
/// <param name="directory">The directory for jobs on the host.</param>
/// <param name="time">The clock.</param>
internal sealed class JobSearch(Host host, IHostConnection connection, string directory, TimeProvider time)
{
    /// <summary>How long the search as one user may take. Limited, because a user may have stopped the shell that answers.</summary>
    internal static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private const int AtOnce = 5;

    // Limited, because each user needs a shell.
    private const int MostUsers = 1000;

    /// <summary>Finds the jobs. Files are only read as the user who owns them.</summary>
    /// <param name="also">A further user whose jobs to look for; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="UnreachableException">The host could not be reached, or its answer for its own user cannot be read.</exception>
    internal async Task<FoundJobs> FindAsync(string? also, CancellationToken cancellationToken)
    {
        var jobs = new Dictionary<string, FoundJob>(StringComparer.Ordinal);
        var asked = new List<string?>();
        var seen = new List<string?>();
        var notShown = new List<(string User, string Why)>();
        List<string?> toAsk = also is null ? [null] : [null, also];
        using var atOnce = new SemaphoreSlim(AtOnce);
        while (toAsk.Count > 0)
        {
            asked.AddRange(toAsk);
            var answers = await Task.WhenAll(toAsk.Select(user => AskAsync(user, atOnce, cancellationToken))).ConfigureAwait(false);
            foreach (var (user, scan, why) in answers)
            {
                if (scan is null)
                {
                    notShown.Add((user!, why));
                    continue;
                }

                seen.Add(user);
                foreach (var job in scan.Jobs)
                {
                    jobs.TryAdd(job.Handle.Directory, job);
                }
            }

            toAsk = [.. answers.SelectMany(answer => answer.Scan?.Users ?? []).Where(JobScripts.IsUser).Distinct().Except(asked).Take(MostUsers - asked.Count)];
        }

        return new FoundJobs([.. jobs.Values], seen, notShown);
    }

    /// <summary>Finds the jobs of one user. An error in that user's answer concerns only that user.</summary>
    private async Task<(string? User, JobScan? Scan, string Why)> AskAsync(string? user, SemaphoreSlim atOnce, CancellationToken cancellationToken)
    {
        await atOnce.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return (user, await ScanAsync(user, cancellationToken).ConfigureAwait(false), "");
        }
        catch (Exception unread) when (unread is BecomeException
            || (user is not null && unread is FormatException or TimeoutException or UnreachableException { IsTransient: false }))
        {
            return (user ?? (unread as BecomeException)?.User, null, unread.Message);
        }
        catch (Exception unread) when (unread is FormatException or TimeoutException)
        {
            throw new UnreachableException(host.Name, $"{host.Name}: the host's jobs cannot be read: {unread.Message}", unread) { IsTransient = false };
        }
        finally
        {
            atOnce.Release();
        }
    }

    private async Task<JobScan> ScanAsync(string? user, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var script = new ShellScript(JobScripts.List(directory)) { User = user, MostOutput = ShellScript.MostOfJobs, Limit = limit.Token };
        try
        {
            var outcome = await connection.RunAsync(script, either.Token).ConfigureAwait(false);
            return outcome.Truncated
                ? throw new FormatException(
                    $"the list of jobs is longer than {ShellScript.MostOfJobs / (1024 * 1024)} MiB: remove old jobs with 'jobs clean'")
                : JobScan.Parse(outcome.Stdout, host.Name, user);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"the host did not answer within {Deadline.TotalSeconds} s");
        }
    }
}
