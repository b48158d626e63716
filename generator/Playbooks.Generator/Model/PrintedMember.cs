namespace Playbooks.Generator.Model;

/// <summary>A variable that a playbook prints.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsObject">Whether it is printed as an object: of its own type a text builder may have several methods, or none before the run.</param>
internal sealed record PrintedMember(string Name, bool IsObject);
