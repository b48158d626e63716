namespace Playbooks.Generator.Model;

/// <summary>A member of a site, and the playbook that it returns.</summary>
/// <param name="Comment">What stands above its line.</param>
/// <param name="Member">The member, as code.</param>
/// <param name="Call">What gives the playbook, as code.</param>
/// <param name="Playbook">The type that it returns, as code.</param>
/// <param name="IsSite">Whether that is a site itself.</param>
internal sealed record PlayModel(string Comment, string Member, string Call, string Playbook, bool IsSite);
