namespace Playbooks.Execution.Agreement;

/// <summary>Why the host that ran a task for all did not run it to its end.</summary>
/// <param name="Message">Why, for people.</param>
/// <param name="Result">What the task gave, if it gave anything.</param>
internal sealed record SharedFailure(string Message, TaskResult? Result);
