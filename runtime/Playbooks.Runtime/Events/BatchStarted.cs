namespace Playbooks;

/// <summary>The next hosts go through the playbook. Not told where all go together.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Count">How many batches there are.</param>
/// <param name="Hosts">Its hosts, in inventory order.</param>
public sealed record BatchStarted(int Number, int Count, IReadOnlyList<Host> Hosts) : RunEvent;
