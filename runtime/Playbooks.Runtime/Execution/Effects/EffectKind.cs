namespace Playbooks.Execution.Effects;

/// <summary>What an effect does.</summary>
internal enum EffectKind
{
    /// <summary>A task or an item of it runs in the foreground, once.</summary>
    Task,

    /// <summary>A host tells its facts.</summary>
    Facts,

    /// <summary>A host comes to a task, and may go on.</summary>
    Boundary,

    /// <summary>A condition of a task is judged.</summary>
    Decision,

    /// <summary>A job is started.</summary>
    JobStart,

    /// <summary>A job has ended.</summary>
    JobEnd,

    /// <summary>A job is cancelled.</summary>
    JobCancel,

    /// <summary>The output of a job that has ended is read.</summary>
    JobResult,
}
