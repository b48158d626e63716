using Playbooks.Jobs;

namespace Playbooks.Execution.Effects;

/// <summary>Identifies an effect, in this run and in a run that continues it. Two effects of a run never have the same id.</summary>
/// <param name="Kind">The kind of the effect.</param>
/// <param name="Playbook">The playbook's name.</param>
/// <param name="Task">The task's path; empty for facts.</param>
/// <param name="Host">The host's name.</param>
internal readonly record struct EffectId(EffectKind Kind, string Playbook, string Task, string Host)
{
    /// <summary>The item's index in a loop; <see langword="null"/> outside of loops.</summary>
    internal int? Item { get; init; }

    /// <summary>1 for the first run of a task, and for the first time that a host's facts are gathered.</summary>
    internal int Attempt { get; init; } = 1;

    /// <summary>0 for the first run; one more each time a handler runs again in the same place.</summary>
    internal int Turn { get; init; }

    /// <summary>0 for the first job; one more each time a lost job starts again.</summary>
    internal int Rerun { get; init; }

    /// <summary>0 for the first attempt; one more for each new attempt to cancel a job or to read its output.</summary>
    internal int Again { get; init; }

    /// <summary>Returns the id of the job that the effect starts.</summary>
    /// <param name="run">The run's id.</param>
    internal string JobIdIn(string run) => JobId.For(run, Task, Host, Item, Attempt - 1, Rerun, Turn);
}
