namespace Playbooks;

/// <summary>What happens at the end of a playbook to a job for which no task has waited.</summary>
public enum AtEnd
{
    /// <summary>The playbook waits for the job. If the job fails, the task that started the job fails.</summary>
    Join,

    /// <summary>The playbook ends the job: it sends the signal TERM, waits for the grace of the job, and then sends KILL.</summary>
    Cancel,

    /// <summary>The playbook does not cancel the job, and the job runs on.</summary>
    Leave,
}
