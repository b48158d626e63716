namespace Playbooks.Generator.Model;

/// <summary>A variable that a playbook prints.</summary>
/// <param name="Name">Its name, as text.</param>
/// <param name="Value">What is appended, as code.</param>
internal sealed record PrintedMember(string Name, string Value);
