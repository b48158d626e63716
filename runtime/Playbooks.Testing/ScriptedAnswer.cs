namespace Playbooks.Testing;

/// <summary>What a command gives that contains a text.</summary>
internal sealed record ScriptedAnswer(string Text, string? Host, int Rc, string Stdout, TimeSpan Takes, bool IsUnreachable)
{
    /// <summary>What it complains of.</summary>
    internal string Stderr { get; init; } = "";

    /// <summary>Whether the host of a job is lost at what would be the job's end.</summary>
    internal bool IsLost { get; init; }

    /// <summary>How many jobs, from the first, are lost by themselves at what would be their ends.</summary>
    internal int Deaths { get; init; }
}
