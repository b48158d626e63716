using System.Collections.Concurrent;
using System.Globalization;
using Playbooks.Connections;

namespace Playbooks.Jobs;

/// <summary>Starts jobs on one host, each at most once.</summary>
/// <param name="host">The host.</param>
/// <param name="connection">Its connection.</param>
/// <param name="directory">Where jobs live.</param>
/// <param name="mending">Mends what is lost on the way.</param>
internal sealed class JobStarter(Host host, IHostConnection connection, string directory, Mending mending)
{
    // What an answer may take to come beyond a job's limit.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, bool> _noted = new(StringComparer.Ordinal);
    private volatile bool _reached;

    /// <summary>Starts a job, or finds it started.</summary>
    /// <exception cref="UnreachableException">The host could not be reached; if the job may run, the message names it.</exception>
    /// <exception cref="JobStartException">The host answered that it cannot run it.</exception>
    internal async Task<JobHandle> StartAsync(JobSpec job, CancellationToken cancellationToken)
    {
        var script = new ShellScript(JobScripts.Start(job, directory)) { User = job.User };
        await ReachAsync(job.User, cancellationToken).ConfigureAwait(false);
        await NoteAsync(job.User, cancellationToken).ConfigureAwait(false);
        return Started(job, await SendAsync(job, script, cancellationToken).ConfigureAwait(false));
    }

    // A host that is not there at all is told at once; one that was there and was lost is asked again for a while.
    private async Task ReachAsync(string? user, CancellationToken cancellationToken)
    {
        if (!_reached)
        {
            var nothing = new ShellScript(":") { User = user };
            try
            {
                await connection.RunAsync(nothing, cancellationToken).ConfigureAwait(false);
            }
            catch (UnreachableException lost) when (lost.WasReached)
            {
                await mending.RunAsync(() => connection.RunAsync(nothing, cancellationToken), Mending.Patience, null, cancellationToken).ConfigureAwait(false);
            }

            _reached = true;
        }
    }

    // So that jobs in homes are found again, whose users nobody else knows. Where it cannot be written, jobs run all the same.
    private async Task NoteAsync(string? user, CancellationToken cancellationToken)
    {
        if (user is not null && JobScripts.IsUser(user) && JobScripts.BelowHome(directory) is not null && _noted.TryAdd(user, true))
        {
            try
            {
                await connection.RunAsync(new ShellScript(JobScripts.NoteUser(directory, user)), cancellationToken).ConfigureAwait(false);
            }
            catch (UnreachableException lost) when (lost.IsTransient)
            {
                // The start itself is worth the waiting; the next one writes the note.
                _noted.TryRemove(user, out _);
            }
        }
    }

    // The start may have arrived, though its answer was lost: it is sent again, and finds the job started.
    private async Task<ScriptOutcome> SendAsync(JobSpec job, ShellScript script, CancellationToken cancellationToken)
    {
        UnreachableException? lost = null;
        try
        {
            return await mending.RunAsync(
                () => connection.RunAsync(script, CancellationToken.None), job.Limit + Margin, loss => lost = loss, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception thrown) when (lost is not null && thrown is UnreachableException or BecomeException or OperationCanceledException)
        {
            throw new UnreachableException(
                host.Name,
                $"{host.Name} was lost while job {job.Id} was started: it may run, to its end or its limit. 'jobs show {job.Id}' asks again. ({lost!.Message})",
                thrown);
        }
    }

    private JobHandle Started(JobSpec job, ScriptOutcome outcome)
    {
        var lines = outcome.Stdout.Split('\n');
        if (lines.Length < 2 || lines[0].Split(' ', 5) is not [("started" or "attached") and var how, var seconds, var limit, var grace, var user])
        {
            var why = string.Join(' ', lines.Skip(1).Append(outcome.Stderr).Select(line => line.Trim()).Where(line => line.Length > 0));
            throw new JobStartException(
                $"{host.Name}: the job cannot be started in {directory}: {(why.Length > 0 ? why : "the host gave no answer")}. Make room or rights for it there, or choose another directory with --async-dir.");
        }

        return new JobHandle(
            JobId.Check(lines[1][(lines[1].LastIndexOf('/') + 1)..]),
            host.Name,
            user,
            lines[1],
            JobReport.Epoch(seconds),
            TimeSpan.FromSeconds(long.Parse(limit, CultureInfo.InvariantCulture)))
        {
            Become = job.User,
            IsAttached = how == "attached",
            Grace = TimeSpan.FromSeconds(long.Parse(grace, CultureInfo.InvariantCulture)),
        };
    }
}
