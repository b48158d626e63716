namespace Playbooks.Generator.Model;

/// <summary>What is known of what a task gives, in a block in which something is wrong.</summary>
/// <param name="Type">Its type, from <c>global::</c> on.</param>
/// <param name="Identifier">The task's name, as code.</param>
internal sealed record StubResult(string Type, string Identifier);
