namespace Playbooks.Execution;

/// <summary>Judges what a task gave: the nearest word wins, that is the module's, then the attribute's, then the result's own.</summary>
internal static class Verdict
{
    internal static TResult Judge<TResult>(TaskInfo task, Module<TResult> module, TResult result)
        where TResult : TaskResult
    {
        var failed = module.FailedWhen?.Invoke(result) ?? task.FailedWhen ?? result.Failed;
        var changed = module.ChangedWhen?.Invoke(result) ?? task.ChangedWhen ?? (result.Changed && !failed);
        return result.Failed == failed && result.Changed == changed && module.Label == result.Label
            ? result
            : (TResult)((TaskResult)result with { Failed = failed, Changed = changed, Label = module.Label });
    }

    internal static TaskOutcome Outcome(TaskInfo task, TaskResult result) => result switch
    {
        { Failed: true } => task.IgnoreErrors ? TaskOutcome.Ignored : TaskOutcome.Failed,
        { Skipped: true } => TaskOutcome.Skipped,
        { Changed: true } => TaskOutcome.Changed,
        _ => TaskOutcome.Ok,
    };
}
