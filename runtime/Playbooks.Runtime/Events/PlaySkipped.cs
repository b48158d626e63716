using Playbooks.Generated;

namespace Playbooks;

/// <summary>A playbook of a site does not run.</summary>
/// <param name="Member">The member of the site that returns it.</param>
/// <param name="Reason">Why it does not run.</param>
public sealed record PlaySkipped(TaskInfo Member, string Reason) : RunEvent;
