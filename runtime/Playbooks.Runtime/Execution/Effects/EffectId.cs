using Playbooks.Jobs;

namespace Playbooks.Execution.Effects;

/// <summary>What names an effect, in this run and in one that goes on with it. No two effects of a run have the same.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Playbook">The playbook's name.</param>
/// <param name="Task">The task's path; of facts none.</param>
/// <param name="Host">The host's name.</param>
internal readonly record struct EffectId(EffectKind Kind, string Playbook, string Task, string Host)
{
    /// <summary>The item's index in a loop.</summary>
    internal int? Item { get; init; }

    /// <summary>1 for the first run, and for the first time that a host is asked for its facts.</summary>
    internal int Attempt { get; init; } = 1;

    /// <summary>0, and more for each time that a handler runs again in the same place.</summary>
    internal int Turn { get; init; }

    /// <summary>0, and more for each time that its job was lost and is started again.</summary>
    internal int Rerun { get; init; }

    /// <summary>0, and more for each time that the same is tried again: a job's cancelling, or the reading of its output.</summary>
    internal int Again { get; init; }

    /// <summary>The id of the job that it starts.</summary>
    /// <param name="run">The run's id.</param>
    internal string JobIdIn(string run) => JobId.For(run, Task, Host, Item, Attempt - 1, Rerun, Turn);
}
