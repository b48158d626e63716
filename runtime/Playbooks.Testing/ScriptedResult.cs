namespace Playbooks.Testing;

/// <summary>The scripted result of a task, which is returned without asking a host.</summary>
internal sealed record ScriptedResult(string Task, string? Host, TaskResult Result, TimeSpan Takes);
