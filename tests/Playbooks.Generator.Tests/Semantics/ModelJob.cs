namespace Playbooks.Generator.Tests.Semantics;

/// <summary>A job, in the reference model.</summary>
internal sealed class ModelJob(TaskSpec task, string path, TimeSpan end, int askers)
{
    internal TaskSpec Task => task;

    internal string Path => path;

    internal TimeSpan End => end;

    internal int Askers { get; set; } = askers;

    internal bool IsJudged { get; set; }

    internal bool IsCancelled { get; set; }

    internal bool IsRemoved { get; set; }

    /// <summary>The exit status; none where its limit or a cancelling ended it.</summary>
    internal int? Rc => IsCancelled ? null : task.JobRc;

    internal bool Fails => !IsCancelled && task.JobRc != 0;
}
