using Playbooks.Connections.Shells;

namespace Playbooks.Connections;

/// <summary>A script to run on a host in the foreground.</summary>
/// <param name="Text">The script, for <c>/bin/sh</c>.</param>
internal sealed record ShellScript(string Text)
{
    /// <summary>The maximum answer of the scripts about jobs, in bytes: a list of jobs can be long.</summary>
    internal const int MostOfJobs = 16 * 1024 * 1024;

    /// <summary>The exit status with which a <see cref="SkipScript"/> lets the script run.</summary>
    internal const int MustRun = 3;

    /// <summary>
    /// A script that runs first, in a shell of its own. If it succeeds, this script does not run, and the output says why. If it ends with <see
    /// cref="MustRun"/>, this script runs. With any other exit status, this script fails without running. <see langword="null"/> for none.
    /// </summary>
    internal string? SkipScript { get; init; }

    /// <summary>The user as whom the script runs; <see langword="null"/> for the connection's own user.</summary>
    internal string? User { get; init; }

    /// <summary>The scope of systemd for the user's shell, if that must not be in the session of the connection. Defaults to <see langword="null"/>.</summary>
    internal ShellScope? Scope { get; init; }

    /// <summary>Additional environment variables; <see langword="null"/> for none.</summary>
    internal IReadOnlyDictionary<string, string>? Env { get; init; }

    /// <summary>Ends the wait for the connection, the user and the shell. A script that has begun continues.</summary>
    internal CancellationToken Unbegun { get; init; }

    /// <summary>Cancelled when the script has reached its limit. The script then gets only a short grace.</summary>
    internal CancellationToken Limit { get; init; }

    /// <summary>The maximum number of bytes to keep of each stream; the last ones are kept. Defaults to 1 MiB.</summary>
    internal int MostOutput { get; init; } = OutputTail.Most;

    /// <summary>Receives the standard output as it arrives; <see langword="null"/> for none.</summary>
    internal Stream? Output { get; init; }

    /// <summary>Whether the outcome also contains the output that goes to <see cref="Output"/>. Defaults to <see langword="false"/>.</summary>
    internal bool KeepsOutput { get; init; }
}
