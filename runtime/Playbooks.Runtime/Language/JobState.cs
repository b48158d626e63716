namespace Playbooks;

/// <summary>The states of a job.</summary>
public enum JobState
{
    /// <summary>The job has an id, but its task has not started.</summary>
    Starting,

    /// <summary>The job's task is running.</summary>
    Running,

    /// <summary>The job's task ended with exit status 0.</summary>
    Succeeded,

    /// <summary>The job's task ended with another exit status, or a signal ended it.</summary>
    Failed,

    /// <summary>The job reached its limit and was ended.</summary>
    TimedOut,

    /// <summary>The job was cancelled.</summary>
    Cancelled,

    /// <summary>The job ended without recording its outcome: its supervisor was killed, its host rebooted, or its disk was full.</summary>
    Lost,
}
