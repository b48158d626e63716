namespace Playbooks;

/// <summary>What the end of a playbook does to a job that nobody waited for.</summary>
public enum AtEnd
{
    /// <summary>Waits for it, and judges it.</summary>
    Join,

    /// <summary>Ends it: TERM, the grace, KILL.</summary>
    Cancel,

    /// <summary>Lets it run on; it is never cancelled.</summary>
    Leave,
}
