namespace Playbooks;

/// <summary>What happens when a job is lost: its host was rebooted, its supervisor was killed, or its directory was deleted.</summary>
public enum OnLost
{
    /// <summary>The task fails.</summary>
    Fail,

    /// <summary>The remaining processes of the job are ended, and the job starts again with its full limit, at most three times.</summary>
    Rerun,
}
