namespace Playbooks;

/// <summary>How a task ended on a host.</summary>
public enum TaskOutcome
{
    /// <summary>Well, and nothing was changed.</summary>
    Ok,

    /// <summary>Well, and something was changed; or a fire-and-forget job was started.</summary>
    Changed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It did not run.</summary>
    Skipped,

    /// <summary>Its host was lost.</summary>
    Unreachable,

    /// <summary>It failed, and the run goes on because the task says so.</summary>
    Ignored,
}
