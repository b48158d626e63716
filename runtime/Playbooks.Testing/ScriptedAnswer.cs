namespace Playbooks.Testing;

/// <summary>The scripted answer to commands that contain a text.</summary>
internal sealed record ScriptedAnswer(string Text, string? Host, int Rc, string Stdout, TimeSpan Takes, bool IsUnreachable)
{
    /// <summary>The standard error.</summary>
    internal string Stderr { get; init; } = "";

    /// <summary>Whether the host of a job becomes unreachable at the time at which the job would end.</summary>
    internal bool IsLost { get; init; }

    /// <summary>How many jobs, counted from the first, are lost at the time at which they would end.</summary>
    internal int Deaths { get; init; }
}
