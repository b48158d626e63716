using System.Collections.Concurrent;
using Playbooks.Connections;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Jobs.Starting;

/// <summary>Starts jobs on one host, each at most once.</summary>
/// <param name="host">The host.</param>
/// <param name="connection">The connection to the host.</param>
/// <param name="directory">The directory for jobs.</param>
/// <param name="mending">Repeats what failed because of a lost connection.</param>
internal sealed class JobStarter(Host host, IHostConnection connection, string directory, Mending mending)
{
    // How long an answer may take beyond the job's limit.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, bool> _noted = new(StringComparer.Ordinal);
    private readonly JobPlaces _places = new(host, connection, mending);

    /// <summary>Called with each user for whom lingering was enabled. Does nothing by default.</summary>
    internal Action<string> Lingers
    {
        get => _places.Lingers;
        set => _places.Lingers = value;
    }

    /// <summary>Starts a job, or finds it if it was already started.</summary>
    /// <exception cref="UnreachableException">The host could not be reached. If the job may run, the message names it.</exception>
    /// <exception cref="JobStartException">The host cannot run the job.</exception>
    internal async Task<JobHandle> StartAsync(JobSpec job, CancellationToken cancellationToken)
    {
        var place = await _places.OfAsync(job, cancellationToken).ConfigureAwait(false);
        await NoteAsync(job.User, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var (lines, why) = await StartAsync(job, place, cancellationToken).ConfigureAwait(false);
            if (!place.IsScope || lines[0] != "refused scope")
            {
                return Started(job, lines, why);
            }

            place = await _places.InsteadOfAsync(job, place, why, cancellationToken).ConfigureAwait(false);
        }
    }

    // Returns the lines of the answer, and what they say about a failure.
    private async Task<(string[] Lines, string Why)> StartAsync(JobSpec job, JobPlace place, CancellationToken cancellationToken)
    {
        var script = new ShellScript(JobScripts.Start(job, directory, place.Scope)) { User = job.User, Scope = place.Shell };
        try
        {
            var outcome = await SendAsync(job, script, cancellationToken).ConfigureAwait(false);
            var lines = outcome.Stdout.Split('\n');
            return (lines, string.Join(' ', lines.Skip(1).Append(outcome.Stderr).Select(line => line.Trim()).Where(line => line.Length > 0)));
        }
        catch (BecomeException refused) when (place.Shell is not null)
        {
            return (["refused scope"], refused.Message);
        }
    }

    // Records the user, so that jobs in that user's home can be found later. If the note cannot be written, jobs still run.
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
                // Only the start itself is worth waiting for. The next start writes the note.
                _noted.TryRemove(user, out _);
            }
        }
    }

    // The request may have arrived although its answer was lost. It is sent again, and then finds the job started.
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
                $"The connection to {host.Name} was lost while job {job.Id} was started. The job may be running; check it with 'jobs show {job.Id}'. " +
                $"({lost!.Message})",
                thrown);
        }
    }

    private JobHandle Started(JobSpec job, string[] lines, string why)
    {
        if (lines.Length < 2 || lines[0].Split(' ', 5) is not [("started" or "attached") and var how, var seconds, var limit, var grace, var user])
        {
            throw Refused(lines[0], why);
        }

        return new JobHandle(
            JobId.Check(lines[1][(lines[1].LastIndexOf('/') + 1)..]),
            host.Name,
            user,
            lines[1],
            HostAnswer.Time(seconds),
            HostAnswer.Duration(limit))
        {
            Become = job.User,
            IsAttached = how == "attached",
            Grace = HostAnswer.Duration(grace),
        };
    }

    private JobStartException Refused(string answer, string why)
    {
        var missing = answer.StartsWith("refused ", StringComparison.Ordinal) ? answer["refused ".Length..] : "";
        return new JobStartException(
            $"{host.Name}: the job cannot be started in {directory}: {(why.Length > 0 ? why : "the host gave no answer").TrimEnd('.', ':')}." +
            $"{StartAdvice.For(missing, why)}");
    }
}
