using Playbooks.Connections.Shells;

namespace Playbooks.Connections;

/// <summary>A script to run on a host in the foreground.</summary>
/// <param name="Text">The script, for <c>/bin/sh</c>.</param>
internal sealed record ShellScript(string Text)
{
    /// <summary>What the scripts about jobs may answer, in bytes: a list of jobs can be long.</summary>
    internal const int MostOfJobs = 16 * 1024 * 1024;

    /// <summary>The exit status of a <see cref="SkipScript"/> that lets the script run.</summary>
    internal const int MustRun = 3;

    /// <summary>
    /// A script that runs first, in a shell of its own: where it succeeds, this does not run, and the output says why. Unless it ends with
    /// <see cref="MustRun"/>, this does not run either, and has failed.
    /// </summary>
    internal string? SkipScript { get; init; }

    /// <summary>The user as whom it runs; <see langword="null"/> for the connection's own.</summary>
    internal string? User { get; init; }

    /// <summary>The scope of systemd's in which its user's shell is, where it must not be in the session of the connection. None by default.</summary>
    internal ShellScope? Scope { get; init; }

    /// <summary>Further variables of its environment.</summary>
    internal IReadOnlyDictionary<string, string>? Env { get; init; }

    /// <summary>Ends the waiting for its begin: for the connection, the user and the shell. What has begun goes on.</summary>
    internal CancellationToken Unbegun { get; init; }

    /// <summary>Where this has cancelled it, it is at its limit, and gets a short grace.</summary>
    internal CancellationToken Limit { get; init; }

    /// <summary>How many bytes of each stream are kept, the last ones. 1 MiB by default.</summary>
    internal int MostOutput { get; init; } = OutputTail.Most;

    /// <summary>Where its standard output goes as it comes.</summary>
    internal Stream? Output { get; init; }

    /// <summary>Whether the outcome has it all the same. By default it has only what goes nowhere else.</summary>
    internal bool KeepsOutput { get; init; }
}
