namespace Playbooks.Generator.Tests.Semantics;

/// <summary>A job, in the reference model.</summary>
internal sealed class ModelJob : ModelWork
{
    private readonly ItemSpec _item;
    private readonly bool _timesOut;

    internal ModelJob(TaskSpec task, ItemSpec item, string path, string command, ModelTime time, int askers)
        : base(task, askers)
    {
        _item = item;
        _timesOut = item.Takes.TotalSeconds >= task.Limit;
        Path = path;
        Command = command;
        End = time.Now + (_timesOut ? TimeSpan.FromSeconds(task.Limit) : item.Takes);
        Ending = time.At(End);
    }

    internal string Path { get; }

    internal string Command { get; }

    internal TimeSpan End { get; }

    internal bool IsCancelled { get; set; }

    /// <summary>The exit status; none where its limit or a cancelling ended it.</summary>
    internal int? Rc => IsCancelled || _timesOut ? null : _item.Rc;

    internal bool Fails => !IsCancelled && (_timesOut || _item.Rc != 0);

    internal override Task Ending { get; }

    internal override bool HasEnded => IsCancelled || Ending.IsCompleted;
}
