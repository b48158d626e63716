
using Playbooks.Connections;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Jobs.Finding;

/// <summary>Looks for the jobs on one host: those of the connection's user, and of the users as whom that one has started some.</summary>
/// <param name="host">The host.</param>
/// <param name="connection">Its connection, which stays its owner's.</param>
/// <param name="directory">Where jobs live on the host.</param>
/// <param name="time">The clock.</param>
internal sealed class JobSearch(Host host, IHostConnection connection, string directory, TimeProvider time)
{
    /// <summary>How long one user's look may take: a user may have stopped the own shell.</summary>
    internal static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private const int AtOnce = 5;

    // Each costs a shell of that user.
    private const int MostUsers = 1000;

    /// <summary>Finds the jobs. Nobody's files are read but as the user whose they are.</summary>
    /// <param name="also">A further user to look as.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="UnreachableException">The host could not be reached, or its own answer cannot be read.</exception>
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

    /// <summary>Looks as one user; what is wrong with that user's answer is said of that user alone.</summary>
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
            throw new UnreachableException(host.Name, $"{host.Name}: its jobs cannot be read: {unread.Message}", unread) { IsTransient = false };
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
                    $"there are more jobs than {ShellScript.MostOfJobs / (1024 * 1024)} MiB can hold: 'jobs clean' removes the old ones")
                : JobScan.Parse(outcome.Stdout, host.Name, user);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"there was no answer within {Deadline.TotalSeconds} s");
        }
    }
}
