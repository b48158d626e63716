namespace Playbooks.Generator.Model;

/// <summary>A member of a site, and the playbook that it returns.</summary>
/// <param name="Comment">The comment above its line in the generated code.</param>
/// <param name="Member">The member.</param>
/// <param name="IsMethod">Whether the member is a method.</param>
/// <param name="Playbook">The full name of the type that it returns.</param>
/// <param name="IsSite">Whether that type is a site.</param>
internal sealed record PlayModel(string Comment, string Member, bool IsMethod, string Playbook, bool IsSite);
