namespace Playbooks.Connections;

/// <summary>A script to run on a host in the foreground.</summary>
/// <param name="Text">The script, for <c>/bin/sh</c>.</param>
internal sealed record ShellScript(string Text)
{
    /// <summary>The user as whom it runs; <see langword="null"/> for the connection's own.</summary>
    internal string? User { get; init; }

    /// <summary>Further variables of its environment.</summary>
    internal IReadOnlyDictionary<string, string>? Env { get; init; }

    /// <summary>Where its standard output goes as it comes, instead of into the outcome.</summary>
    internal Stream? Output { get; init; }
}
