using Playbooks.Generated;

namespace Playbooks;

/// <summary>The next playbook of a site begins. Not told of a playbook that runs alone.</summary>
/// <param name="Member">The site's member that returned it.</param>
/// <param name="Playbook">The playbook.</param>
/// <param name="Hosts">Its hosts, in inventory order; those that failed before are not among them.</param>
public sealed record PlayStarted(TaskInfo Member, PlaybookInfo Playbook, IReadOnlyList<Host> Hosts) : RunEvent;
