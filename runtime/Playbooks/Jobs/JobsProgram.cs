using System.Globalization;
using Playbooks.Connections;
using Playbooks.Execution;
using Playbooks.Jobs.Finding;
using Playbooks.Jobs.Following;

namespace Playbooks.Jobs;

/// <summary>Runs <c>PROGRAM jobs</c> on all hosts at the same time, and returns the exit code.</summary>
internal sealed class JobsProgram(JobsVerb verb, RunArguments arguments, RunOptions options, IReadOnlyList<Host> hosts, IJobsOutput output)
{
    private const int NotSucceeded = 2;
    private const int Unreachable = 4;
    private const int UsualLines = 10;

    // The checks confirm what the blocking wait has not reported.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);

    private readonly string _directory = JobsDirectory.Of(options.AsyncDirectory);

    /// <summary>Runs the command.</summary>
    /// <exception cref="UsageException">An id is not valid, or the job does not exist.</exception>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Check();
        var lines = Lines();
        var olderThan = OlderThan();
        var connector = options.Connector ?? new Connector(options.Connections, options.Time);
        connector.Check(hosts);
        var endpoints = hosts.Select(host => new HostEndpoint(host, connector, options, new EventStream(output: null, options.Time))).ToList();
        try
        {
            var searches = await SearchAsync(endpoints, cancellationToken).ConfigureAwait(false);
            var lost = searches.Any(search => search.Found is null) ? Unreachable : 0;
            var jobs = searches.SelectMany(search => search.Found?.Jobs.Select(job => (Job: job, search.Endpoint.Jobs)) ?? []).ToList();
            if (verb == JobsVerb.List)
            {
                output.List([.. jobs.Select(job => job.Job).OrderBy(job => job.HasEnded).ThenByDescending(job => job.Handle.Started)]);
                return lost;
            }

            if (verb == JobsVerb.Clean)
            {
                await EachAsync(
                    searches.Where(search => search.Found is not null),
                    search => CleanAsync(search.Endpoint, search.Found!, olderThan, cancellationToken)).ConfigureAwait(false);
                return lost;
            }

            var (chosen, isMissing) = Choose(jobs, lost == 0);
            var ends = await Task.WhenAll(chosen.Select(job => ActAsync(job.Job, job.Jobs, lines, cancellationToken))).ConfigureAwait(false);
            return ends.Aggregate(isMissing ? lost : 0, (all, one) => all | one);
        }
        finally
        {
            await Task.WhenAll(endpoints.Select(endpoint => endpoint.DisposeAsync().AsTask())).ConfigureAwait(false);
        }
    }

    private void Check()
    {
        if (arguments.Words.Count > verb.MostIds)
        {
            throw new UsageException(verb.MostIds == 0
                ? $"'jobs {verb.Name}' takes no id, but '{arguments.Words[0]}' was given."
                : $"'jobs {verb.Name}' takes one id, but '{arguments.Words[1]}' was given, too.");
        }

        if (verb.MostIds > 0 && arguments.Words.Count == 0)
        {
            throw new UsageException($"'jobs {verb.Name}' needs the id of a job. 'jobs list' lists the ids.");
        }

        foreach (var id in arguments.Words)
        {
            JobId.Check(id);
        }
    }

    private int Lines() =>
        !verb.Options.Contains(JobsVerb.Lines) || arguments.Last(JobsVerb.Lines) is not { } text ? UsualLines
        : text == "all" ? JobTail.All
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var lines) ? lines
        : throw new UsageException($"--lines is '{text}'. Write a whole number, to print that many of the last lines, or 'all'.");

    private TimeSpan OlderThan()
    {
        if (!verb.Options.Contains(JobsVerb.OlderThan) || arguments.Last(JobsVerb.OlderThan) is not { } text)
        {
            return TimeSpan.FromDays(1);
        }

        try
        {
            return DurationParser.Parse(text) is var time && time >= TimeSpan.Zero ? time : throw new FormatException("The time is negative.");
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            throw new UsageException($"--older-than is '{text}'. Write seconds (90), or a time such as 90s, 5m, 2h or 1d.", wrong);
        }
    }

    private async Task<(HostEndpoint Endpoint, FoundJobs? Found)[]> SearchAsync(List<HostEndpoint> endpoints, CancellationToken cancellationToken)
    {
        var found = new (HostEndpoint Endpoint, FoundJobs? Found)[endpoints.Count];
        await EachAsync(Enumerable.Range(0, endpoints.Count), async i =>
            found[i] = (endpoints[i], await SearchAsync(endpoints[i], cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        return found;
    }

    private async Task<FoundJobs?> SearchAsync(HostEndpoint endpoint, CancellationToken cancellationToken)
    {
        try
        {
            var found = await new JobSearch(endpoint.Host, endpoint.Connection, _directory, options.Time)
                .FindAsync(options.BecomeUser, cancellationToken)
                .ConfigureAwait(false);
            foreach (var (user, why) in found.NotShown)
            {
                output.Hide(endpoint.Host, user, why);
            }

            return found;
        }
        catch (UnreachableException lost)
        {
            output.Lose(endpoint.Host, lost.Message);
            return null;
        }
    }

    private async Task CleanAsync(HostEndpoint endpoint, FoundJobs found, TimeSpan olderThan, CancellationToken cancellationToken)
    {
        var removed = new List<string>();
        foreach (var user in found.Users)
        {
            try
            {
                removed.AddRange(await endpoint.Jobs.CleanAsync(user, olderThan, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception unread) when (unread is FormatException or BecomeException)
            {
                output.Hide(endpoint.Host, user ?? endpoint.Host.Name, unread.Message);
            }
        }

        if (removed.Count > 0)
        {
            output.Remove(endpoint.Host, removed);
        }
    }

    /// <summary>Returns the selected jobs. A job that was not found may exist on a host that could not be reached.</summary>
    private (List<(FoundJob Job, IHostJobs Jobs)> Chosen, bool IsMissing) Choose(IReadOnlyList<(FoundJob Job, IHostJobs Jobs)> jobs, bool wereAllReached)
    {
        var chosen = new List<(FoundJob Job, IHostJobs Jobs)>();
        var isMissing = false;
        foreach (var id in arguments.Words)
        {
            var meant = JobChoice.Find(jobs, id, job => job.Job);
            if (meant.Count == 0 && wereAllReached)
            {
                throw new UsageException(
                    $"There is no job '{id}' in {_directory} on {JobChoice.Names(hosts.Select(host => host.Name))}: " +
                    "use 'jobs list' to list the existing jobs, or --async-dir to specify another directory.");
            }

            if (meant.Count == 0)
            {
                output.Miss(id);
                isMissing = true;
            }

            chosen.AddRange(meant);
        }

        return verb.MostIds == 1 && chosen.Count > 1
            ? throw new UsageException(
                $"Jobs with the id '{arguments.Words[0]}' exist on {JobChoice.Names(chosen.Select(job => job.Job.Handle.Host))}. Choose one host with --limit.")
            : ([.. chosen.DistinctBy(job => (job.Job.Handle.Host, job.Job.Handle.Directory))], isMissing);
    }

    private async Task<int> ActAsync(FoundJob job, IHostJobs jobs, int lines, CancellationToken cancellationToken)
    {
        try
        {
            if (verb == JobsVerb.Show)
            {
                output.Show(job, await jobs.ReadAsync(job.Handle, 4096, cancellationToken).ConfigureAwait(false));
            }
            else if (verb == JobsVerb.Tail)
            {
                void Print(JobChunk chunk) => output.Print(job, chunk);
                await (arguments.Is(JobsVerb.Follow)
                    ? JobTail.FollowAsync(jobs, job.Handle, lines, Poll, Print, cancellationToken)
                    : JobTail.GiveAsync(jobs, job.Handle, lines, Print, cancellationToken)).ConfigureAwait(false);
            }
            else if (verb == JobsVerb.Wait)
            {
                var end = await jobs.WaitAsync(job.Handle, Poll, looked: null, cancellationToken).ConfigureAwait(false);
                output.End(job, end);
                return end.State == JobState.Succeeded ? 0 : NotSucceeded;
            }
            else
            {
                // A job that ended by itself has an exit status or was lost. A job that cannot be ended has neither.
                var end = await jobs.CancelAsync(job.Handle, job.Grace, cancellationToken).ConfigureAwait(false);
                output.End(job, end);
                return end is { State: JobState.Failed, Rc: null } ? NotSucceeded : 0;
            }

            return 0;
        }
        catch (UnreachableException lost)
        {
            output.Lose(hosts.First(host => host.Name == job.Handle.Host), lost.Message);
            return Unreachable;
        }
        catch (FormatException unread)
        {
            output.Hide(hosts.First(host => host.Name == job.Handle.Host), job.Handle.User, unread.Message);
            return Unreachable;
        }
    }

    private async Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> act)
    {
        using var forks = new SemaphoreSlim(options.Forks ?? int.MaxValue);
        await Task.WhenAll(items.Select(async item =>
        {
            await forks.WaitAsync().ConfigureAwait(false);
            try
            {
                await act(item).ConfigureAwait(false);
            }
            finally
            {
                forks.Release();
            }
        })).ConfigureAwait(false);
    }
}
