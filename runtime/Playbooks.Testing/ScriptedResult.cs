namespace Playbooks.Testing;

/// <summary>What a task gives, without asking a host.</summary>
internal sealed record ScriptedResult(string Task, string? Host, TaskResult Result, TimeSpan Takes);
