using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Playbooks.Connections;
using Playbooks.Connections.Shells;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Jobs.Starting;

/// <summary>Finds out where the jobs of a user outlive the login on one host. The host is asked once for each user.</summary>
/// <param name="host">The host.</param>
/// <param name="connection">The connection to the host.</param>
/// <param name="mending">Repeats what failed because of a lost connection.</param>
internal sealed partial class JobPlaces(Host host, IHostConnection connection, Mending mending)
{
    private readonly ConcurrentDictionary<string, JobPlace> _found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _lingering = new(StringComparer.Ordinal);
    private volatile bool _reached;

    /// <summary>Called with each user for whom lingering was enabled. Does nothing by default.</summary>
    internal Action<string> Lingers { get; set; } = static _ => { };

    /// <summary>Finds the place for a job.</summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    /// <exception cref="JobStartException">There is no place where the job outlives the login.</exception>
    internal async Task<JobPlace> OfAsync(JobSpec job, CancellationToken cancellationToken)
    {
        if (_found.TryGetValue(job.User ?? "", out var known))
        {
            return known;
        }

        var login = LoginReport.Parse(await SayAsync(JobScripts.Place(hasFailed: false), job.User, cancellationToken).ConfigureAwait(false));
        var place = login.Place is "system" or "user"
            ? new JobPlace(login.Place)
            : await OutsideAsync(job.User, login, cancellationToken).ConfigureAwait(false);
        return Remember(job, place ?? await WithinAsync(job, login, ",", cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Finds another place after systemd has failed to create a scope.</summary>
    /// <param name="job">The job.</param>
    /// <param name="failed">The place that failed.</param>
    /// <param name="why">What systemd printed.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    /// <exception cref="JobStartException">There is no other place where the job outlives the login.</exception>
    internal async Task<JobPlace> InsteadOfAsync(JobSpec job, JobPlace failed, string why, CancellationToken cancellationToken)
    {
        _found.TryRemove(job.User ?? "", out _);
        var login = LoginReport.Parse(await SayAsync(JobScripts.Place(hasFailed: true), job.User, cancellationToken).ConfigureAwait(false));
        if (login.Place == "ended" && failed.Scope.Length > 0)
        {
            throw Refused(
                login,
                $", and systemd could not start the job outside of the session ({why}). " +
                $"Check 'systemctl status{(failed.Scope == "user" ? $" user@{login.Number}.service" : "")}' on the host.");
        }

        var besides = $", systemd could not start the job outside of the session ({why}),";
        return Remember(job, await WithinAsync(job, login, besides, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Finds a place outside of the session: if root has logged in, the shells of other users can run in a scope of systemd.</summary>
    private async Task<JobPlace?> OutsideAsync(string? user, LoginReport login, CancellationToken cancellationToken)
    {
        if (user is null || login is not { IsInSession: true, Number: { } number })
        {
            return null;
        }

        // The user's own answer about the session is not trusted, so root asks again.
        var said = await SayAsync(JobScripts.RootsSession, null, cancellationToken).ConfigureAwait(false);
        return (Slice().Match(said), Version().Match(said)) is ({ Success: true } slice, { Success: true } version)
            ? new JobPlace
            {
                Shell = new ShellScope(slice.Groups["name"].Value, number, int.Parse(version.Groups["number"].Value, CultureInfo.InvariantCulture))
            }
            : null;
    }

    /// <summary>Finds a place within the session. If logout ends the whole session, the user needs lingering.</summary>
    private async Task<JobPlace> WithinAsync(JobSpec job, LoginReport login, string besides, CancellationToken cancellationToken)
    {
        if (login.Place != "ended")
        {
            return JobPlace.Here;
        }

        var command = $"loginctl enable-linger {ShellText.QuoteIfNeeded(login.User)}";
        if (!job.EnablesLinger)
        {
            throw Refused(
                login,
                $"{besides} and lingering is not enabled for '{login.User}'. " +
                $"Run \"{command}\" on the host once, or use --enable-linger or [Async(…, Linger = true)].");
        }

        var said = (await SayAsync(JobScripts.Linger, job.User, cancellationToken).ConfigureAwait(false)).ReplaceLineEndings(" ").Trim();
        if (said != "lingers")
        {
            throw Refused(login, $"{besides} and lingering could not be enabled for '{login.User}' ({said}). Run \"{command}\" as root on the host once.");
        }

        if (_lingering.TryAdd(login.User, true))
        {
            Lingers(login.User);
        }

        return new JobPlace("user");
    }

    private JobStartException Refused(LoginReport login, string rest) =>
        new($"{host.Name}: the job was not started: when a session of '{login.Owner}' ends, logind kills its processes (KillUserProcesses){rest}");

    private JobPlace Remember(JobSpec job, JobPlace place) => _found[job.User ?? ""] = place;

    // A host that could not be reached at all is reported at once. A host whose connection was lost is tried again for a while.
    private async Task<string> SayAsync(string text, string? user, CancellationToken cancellationToken)
    {
        var script = new ShellScript(text) { User = user };
        ScriptOutcome outcome;
        try
        {
            outcome = await connection.RunAsync(script, cancellationToken).ConfigureAwait(false);
        }
        catch (UnreachableException lost) when (lost.WasReached || _reached)
        {
            outcome = await mending.RunAsync(
                () => connection.RunAsync(script, cancellationToken), Mending.Patience, null, cancellationToken).ConfigureAwait(false);
        }

        _reached = true;
        return outcome.Stdout;
    }

    [GeneratedRegex(@"/(?<name>user-[0-9]{1,10}\.slice)/(session-|user@)", RegexOptions.CultureInvariant)]
    private static partial Regex Slice();

    [GeneratedRegex(@"^systemd (?<number>[0-9]{1,4})\b", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Version();
}
