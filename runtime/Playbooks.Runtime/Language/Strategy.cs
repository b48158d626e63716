namespace Playbooks;

/// <summary>How the hosts of a playbook go through its tasks.</summary>
public enum Strategy
{
    /// <summary>Side by side: no host starts a task before every live host of the batch has finished the one before.</summary>
    Linear,

    /// <summary>Each on its own, as fast as it can; they meet only where a task runs once for all.</summary>
    Free,
}
