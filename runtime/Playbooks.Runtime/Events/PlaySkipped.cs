using Playbooks.Generated;

namespace Playbooks;

/// <summary>A playbook of a site does not run.</summary>
/// <param name="Member">The site's member that returns it.</param>
/// <param name="Reason">Why.</param>
public sealed record PlaySkipped(TaskInfo Member, string Reason) : RunEvent;
