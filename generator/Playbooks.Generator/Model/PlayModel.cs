namespace Playbooks.Generator.Model;

/// <summary>A member of a site, and the playbook that it returns.</summary>
/// <param name="Comment">What stands above its line.</param>
/// <param name="Member">The member.</param>
/// <param name="IsMethod">Whether it is called.</param>
/// <param name="Playbook">The full name of the type that it returns.</param>
/// <param name="IsSite">Whether that is a site itself.</param>
internal sealed record PlayModel(string Comment, string Member, bool IsMethod, string Playbook, bool IsSite);
