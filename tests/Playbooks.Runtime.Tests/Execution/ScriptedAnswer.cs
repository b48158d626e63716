namespace Playbooks.Runtime.Tests.Execution;

internal sealed record ScriptedAnswer(string Text, string? Host, int Rc, string Stdout, TimeSpan Takes, bool IsUnreachable)
{
    /// <summary>Whether the host of a job is lost at what would be the job's end.</summary>
    internal bool IsLost { get; init; }
}
