namespace Playbooks;

/// <summary>The states in a job's life.</summary>
public enum JobState
{
    /// <summary>Its id is claimed; its task has not begun.</summary>
    Starting,

    /// <summary>Its task runs.</summary>
    Running,

    /// <summary>Its task ended with exit status 0.</summary>
    Succeeded,

    /// <summary>Its task ended with another exit status, or by a signal.</summary>
    Failed,

    /// <summary>It reached its limit and was ended.</summary>
    TimedOut,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>It died without saying so: its supervisor was killed, its host rebooted, its disk was full.</summary>
    Lost,
}
