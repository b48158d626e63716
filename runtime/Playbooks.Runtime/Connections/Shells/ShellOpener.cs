using System.Globalization;
using Playbooks.Connections.Escalation;

namespace Playbooks.Connections.Shells;

/// <summary>Opens shells on one host, for the user who has logged in and for others, and explains why a shell does not work.</summary>
/// <param name="host">The host's name.</param>
/// <param name="login">The user of the transport.</param>
/// <param name="shell">The shell that runs scripts.</param>
/// <param name="become">Opens shells as other users.</param>
internal sealed class ShellOpener(string host, string login, string shell, Become become)
{
    /// <summary>Opens a shell.</summary>
    internal Task<IPipe> OpenAsync(ITransport transport, ShellPlace place, IPipeSink sink, CancellationToken cancellationToken) => place.User is null
        ? transport.OpenAsync($"exec {shell}", sink, cancellationToken)
        : become.OpenAsync(transport, place.User, place.Scope, sink, cancellationToken);

    /// <summary>Creates the exception for a shell that takes too long to begin.</summary>
    internal UnreachableException NotBegun(string? user, TimeoutException late) => new(
        host,
        $"The login of '{user ?? login}' succeeded, but {shell} was not ready within {ScriptRun.BeginsWithin.TotalSeconds:0} s. "
            + "Check whether a start-up file of this user's shell waits for something. "
            + "A shell that becomes ready later still runs the task.",
        late) { WasReached = true, IsTransient = false };

    /// <summary>Creates the exception for a shell that ended before it began.</summary>
    internal Exception NotStarted(string? user, PipeExit? exit, string said)
    {
        if (exit?.Lost is { } why)
        {
            return new UnreachableException(host, $"The connection was lost: {why}.") { WasReached = true };
        }

        var ended = $"{shell} did not start for '{user ?? login}'{(exit is null ? "" : Ended(exit))}{(said.Length > 0 ? $": {said}" : ".")}";
        return user is null
            ? new UnreachableException(host, ended) { IsTransient = false }
            : new BecomeException(host, user, ended);
    }

    /// <summary>Returns how a shell ended, in brackets.</summary>
    internal static string Ended(PipeExit exit) => exit.Status switch
    {
        null => "",
        var status when Signals.Name(status) is { } signal => $" (signal {signal})",
        var status => string.Create(CultureInfo.InvariantCulture, $" (status {status})"),
    };
}
