namespace Playbooks.Execution;

/// <summary>Judges what a task gave: the nearest word wins, that is the module's, then the attribute's, then the result's own.</summary>
internal static class Verdict
{
    internal static TResult Judge<TResult>(TaskInfo task, Module<TResult> module, TResult result)
        where TResult : TaskResult
    {
        var failed = Ask(module.FailedWhen, result) ?? task.FailedWhen ?? result.Failed;
        var changed = Ask(module.ChangedWhen, result) ?? task.ChangedWhen ?? (result.Changed && !failed);
        return result.Failed == failed && result.Changed == changed && module.Label == result.Label
            ? result
            : (TResult)((TaskResult)result with { Failed = failed, Changed = changed, Label = module.Label });
    }

    /// <summary>What a lambda of the module says, if it has one.</summary>
    internal static bool? Ask<TResult>(Func<TResult, bool>? lambda, TResult result) =>
        lambda is null ? null : UserCode.Call(() => lambda(result));

    internal static TaskOutcome Outcome(TaskInfo task, TaskResult result) => result switch
    {
        { Failed: true } => task.IgnoreErrors ? TaskOutcome.Ignored : TaskOutcome.Failed,
        { Skipped: true } => TaskOutcome.Skipped,
        { Changed: true } => TaskOutcome.Changed,
        _ => TaskOutcome.Ok,
    };
}
