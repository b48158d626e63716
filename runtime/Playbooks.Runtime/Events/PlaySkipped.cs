using Playbooks.Generated;

namespace Playbooks;

/// <summary>A playbook of a site does not run.</summary>
/// <param name="Member">The member of the site that returns the playbook.</param>
/// <param name="Reason">Why the playbook does not run.</param>
public sealed record PlaySkipped(TaskInfo Member, string Reason) : RunEvent;
