namespace Playbooks;

/// <summary>How a task ended on a host.</summary>
public enum TaskOutcome
{
    /// <summary>The task succeeded, and changed nothing.</summary>
    Ok,

    /// <summary>The task succeeded, and changed something. A task with <c>Poll = 0</c> also has this outcome when its job has started.</summary>
    Changed,

    /// <summary>The task failed.</summary>
    Failed,

    /// <summary>The task did not run.</summary>
    Skipped,

    /// <summary>The host was unreachable.</summary>
    Unreachable,

    /// <summary>The task failed, and its <c>[IgnoreErrors]</c> or <c>[IgnoreUnreachable]</c> lets the run continue.</summary>
    Ignored,
}
