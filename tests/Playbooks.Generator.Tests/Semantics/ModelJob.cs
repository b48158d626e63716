namespace Playbooks.Generator.Tests.Semantics;

/// <summary>A job, in the reference model.</summary>
internal sealed class ModelJob(TaskSpec task, ItemSpec item, string path, string command, TimeSpan started, int askers)
{
    private readonly bool _timesOut = item.Takes.TotalSeconds >= task.Limit;

    internal TaskSpec Task => task;

    internal string Path => path;

    internal string Command => command;

    internal TimeSpan End => started + (_timesOut ? TimeSpan.FromSeconds(task.Limit) : item.Takes);

    internal int Askers { get; set; } = askers;

    internal bool IsJudged { get; set; }

    internal bool IsCancelled { get; set; }

    /// <summary>The exit status; none where its limit or a cancelling ended it.</summary>
    internal int? Rc => IsCancelled || _timesOut ? null : item.Rc;

    internal bool Fails => !IsCancelled && (_timesOut || item.Rc != 0);
}
