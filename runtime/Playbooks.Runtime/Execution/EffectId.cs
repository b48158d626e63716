namespace Playbooks.Execution;

/// <summary>What names an effect, in this run and in one that goes on with it: the seam on which replay rests.</summary>
/// <param name="Playbook">The playbook's name.</param>
/// <param name="Task">The task's path.</param>
/// <param name="Host">The host's name.</param>
/// <param name="Item">The item's index in a loop.</param>
/// <param name="Attempt">1 for the first run.</param>
internal sealed record EffectId(string Playbook, string Task, string Host, int? Item, int Attempt)
{
    /// <summary>0, and more for each time that its job was lost and is started again.</summary>
    internal int Rerun { get; init; }
}
