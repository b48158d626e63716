using Playbooks.Generated;

namespace Playbooks;

/// <summary>A run has started: the first event.</summary>
/// <param name="Play">The run, with its hosts.</param>
/// <param name="Playbook">The playbook.</param>
public sealed record RunStarted(Play Play, PlaybookInfo Playbook) : RunEvent;
