namespace Playbooks.Generator.Model;

/// <summary>The <c>PrintMembers</c> of a playbook.</summary>
/// <param name="Kind">Who can call it.</param>
/// <param name="Members">The variables.</param>
internal sealed record PrintModel(PrintKind Kind, EquatableArray<PrintedMember> Members);
