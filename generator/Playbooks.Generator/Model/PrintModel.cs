namespace Playbooks.Generator.Model;

/// <summary>The <c>PrintMembers</c> of a playbook.</summary>
/// <param name="Modifiers">Its modifiers.</param>
/// <param name="Members">The variables.</param>
internal sealed record PrintModel(string Modifiers, EquatableArray<PrintedMember> Members);
