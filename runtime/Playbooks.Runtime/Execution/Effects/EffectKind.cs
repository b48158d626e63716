namespace Playbooks.Execution.Effects;

/// <summary>The kinds of effects.</summary>
internal enum EffectKind
{
    /// <summary>A task, or one item of a loop, runs once in the foreground.</summary>
    Task,

    /// <summary>A host's facts are gathered.</summary>
    Facts,

    /// <summary>A host reaches a task and waits until it may continue.</summary>
    Boundary,

    /// <summary>The condition of a task is evaluated.</summary>
    Decision,

    /// <summary>A job starts.</summary>
    JobStart,

    /// <summary>A job has ended.</summary>
    JobEnd,

    /// <summary>A job is cancelled.</summary>
    JobCancel,

    /// <summary>The output of a job that has ended is read.</summary>
    JobResult,
}
