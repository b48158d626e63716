namespace Playbooks.Generator.Model;

/// <summary>A variable that a playbook prints.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsObject">Whether it is printed as an object, because a text builder may have several methods for its own type, or none.</param>
internal sealed record PrintedMember(string Name, bool IsObject);
