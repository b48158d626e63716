using Playbooks.Generated;

namespace Playbooks;

/// <summary>The next playbook of a site begins. A playbook that runs alone has no such event.</summary>
/// <param name="Member">The member of the site that returned the playbook.</param>
/// <param name="Playbook">The playbook.</param>
/// <param name="Hosts">The hosts of the playbook, in the order of the inventory, without those that failed before.</param>
public sealed record PlayStarted(TaskInfo Member, PlaybookInfo Playbook, IReadOnlyList<Host> Hosts) : RunEvent;
