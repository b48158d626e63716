namespace Playbooks.Connections;

/// <summary>
/// The connection to one host, for scripts in long-lived shells, for content, and for separate pipes. It connects on first use, and again after a loss.
/// </summary>
internal interface IHostConnection : IAsyncDisposable
{
    /// <summary>Runs a script in a long-lived shell of its user. This takes one round trip and no new session.</summary>
    /// <exception cref="UnreachableException">The host could not be reached, or was lost while the script ran.</exception>
    /// <exception cref="BecomeException">The host does not allow running as the script's user.</exception>
    /// <exception cref="FormatException">A shell cannot read this script or its variables.</exception>
    /// <exception cref="IOException">The output could not be written to <see cref="ShellScript.Output"/>.</exception>
    Task<ScriptOutcome> RunAsync(ShellScript script, CancellationToken cancellationToken);

    /// <summary>
    /// Runs a script with <paramref name="input"/> as its standard input, in a pipe of its own. If the connection is lost meanwhile, the script's input ends
    /// too early: the script must detect by itself whether the input is complete.
    /// </summary>
    /// <exception cref="UnreachableException">The host could not be reached, or was lost while the script ran.</exception>
    /// <exception cref="BecomeException">The host does not allow running as the script's user.</exception>
    /// <exception cref="FormatException">A shell cannot read this script or its variables.</exception>
    Task<ScriptOutcome> SendAsync(ShellScript script, Stream input, CancellationToken cancellationToken);

    /// <summary>Opens a pipe to a new <c>/bin/sh</c> of a user. The shell reads its commands from standard input.</summary>
    /// <exception cref="UnreachableException">The host could not be reached.</exception>
    /// <exception cref="BecomeException">The host does not allow running as the user.</exception>
    Task<IPipe> OpenShellAsync(string? user, IPipeSink sink, CancellationToken cancellationToken);

    /// <summary>Closes the connection of a host that is about to go down. The next use connects again.</summary>
    Task ResetAsync();
}
