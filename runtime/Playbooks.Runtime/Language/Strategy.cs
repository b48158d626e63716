namespace Playbooks;

/// <summary>How the hosts of a playbook go through its tasks.</summary>
public enum Strategy
{
    /// <summary>All hosts go through the tasks together: no host starts a task before every live host of the batch has finished the task before it.</summary>
    Linear,

    /// <summary>
    /// Each host goes through the tasks at its own speed. Hosts wait for each other only at meeting points: tasks that run once for all hosts, or use the
    /// results of all hosts.
    /// </summary>
    Free,
}
