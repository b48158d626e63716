namespace Playbooks;

/// <summary>What is done with a job that was lost: its host was rebooted, its supervisor was killed, its directory was deleted.</summary>
public enum OnLost
{
    /// <summary>The task fails.</summary>
    Fail,

    /// <summary>What is left of it is ended, and it is started again with a whole limit, at most three times.</summary>
    Rerun,
}
