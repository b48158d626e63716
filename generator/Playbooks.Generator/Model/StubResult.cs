using Playbooks.Generator.Model.Steps;

namespace Playbooks.Generator.Model;

/// <summary>What is known of what a task gives, in a block in which something is wrong.</summary>
/// <param name="Task">The task's name.</param>
/// <param name="Given">What it gives.</param>
internal sealed record StubResult(string Task, GivenModel Given);
