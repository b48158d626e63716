namespace Playbooks;

/// <summary>What happens at the end of a playbook to a job for which no task has waited.</summary>
public enum AtEnd
{
    /// <summary>The playbook waits for the job. If the job fails, the task that started the job fails.</summary>
    Join,

    /// <summary>The playbook ends the job: signal TERM, the grace, signal KILL.</summary>
    Cancel,

    /// <summary>The job runs on. The playbook never cancels it.</summary>
    Leave,
}
