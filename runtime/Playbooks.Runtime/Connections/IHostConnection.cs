namespace Playbooks.Connections;

/// <summary>
/// What can be done on one host: scripts in long-lived shells, content, and pipes of one's own. Connects when first used, and again when lost.
/// </summary>
internal interface IHostConnection : IAsyncDisposable
{
    /// <summary>Runs a script in a long-lived shell of its user: one round trip, no new session.</summary>
    /// <exception cref="UnreachableException">The host could not be reached, or was lost while the script ran.</exception>
    /// <exception cref="BecomeException">The script's user cannot be become there.</exception>
    /// <exception cref="FormatException">No shell can be given this script or its variables.</exception>
    /// <exception cref="IOException">Its output could not be written to <see cref="ShellScript.Output"/>.</exception>
    Task<ScriptOutcome> RunAsync(ShellScript script, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a script whose standard input is <paramref name="input"/>, in a pipe of its own. Where the connection is lost on the way,
    /// the script sees the end of its input too early: it must know by itself what the whole is.
    /// </summary>
    /// <exception cref="UnreachableException">The host could not be reached, or was lost while the script ran.</exception>
    /// <exception cref="BecomeException">The script's user cannot be become there.</exception>
    /// <exception cref="FormatException">No shell can be given this script or its variables.</exception>
    Task<ScriptOutcome> SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken);

    /// <summary>Opens a pipe to a fresh <c>/bin/sh</c> of a user that reads its commands from standard input.</summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    /// <exception cref="BecomeException">The user cannot be become there.</exception>
    Task<IPipe> OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken);

    /// <summary>Gives up the connection, so that the next use makes a new one; for a host that is about to go away.</summary>
    Task ResetAsync();
}
