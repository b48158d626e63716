namespace Playbooks.Execution.Agreement;

/// <summary>Why the host that ran a task for all hosts did not complete it.</summary>
/// <param name="Message">The reason, as a message to the user.</param>
/// <param name="Result">The task's result; <see langword="null"/> if it has none.</param>
internal sealed record SharedFailure(string Message, TaskResult? Result);
