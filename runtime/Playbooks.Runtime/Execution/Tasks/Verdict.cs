using Playbooks.Generated;

namespace Playbooks.Execution.Tasks;

/// <summary>
/// Decides whether a task failed and whether it changed something. The module's setting has precedence over the attribute, and that over the result itself.
/// </summary>
internal static class Verdict
{
    /// <summary>Checks a result. If a lambda throws, the task fails, but still has its result.</summary>
    internal static TResult Judge<TResult>(TaskInfo task, Module<TResult> module, TResult result)
        where TResult : TaskResult
    {
        try
        {
            var failed = Ask(module.FailedWhen, result) ?? task.FailedWhen ?? result.Failed;
            var changed = Ask(module.ChangedWhen, result) ?? task.ChangedWhen ?? (result.Changed && !failed);
            var message = failed && !result.Failed ? $"FailedWhen is true{(result.Message is null ? "" : $": {result.Message}")}" : result.Message;
            return result.Failed == failed && result.Changed == changed && module.Label == result.Label
                ? result
                : (TResult)((TaskResult)result with { Failed = failed, Changed = changed, Message = message, Label = module.Label });
        }
        catch (UserCodeException thrown)
        {
            return (TResult)((TaskResult)result with { Failed = true, Changed = false, Message = thrown.Message, Label = module.Label });
        }
    }

    /// <summary>Returns whether a task need not run again, and what its <c>Until</c> threw, if it did.</summary>
    internal static (bool Holds, string? Thrown) Holds<TResult>(Module<TResult> module, TResult result)
        where TResult : TaskResult
    {
        try
        {
            return (Ask(module.Until, result) ?? !result.Failed, null);
        }
        catch (UserCodeException thrown)
        {
            return (false, thrown.Message);
        }
    }

    private static bool? Ask<TResult>(Func<TResult, bool>? lambda, TResult result) =>
        lambda is null ? null : UserCode.Call(() => lambda(result));

    internal static TaskOutcome Outcome(TaskInfo task, TaskResult result) => result switch
    {
        { Failed: true } => task.IgnoreErrors ? TaskOutcome.Ignored : TaskOutcome.Failed,
        { Skipped: true } => TaskOutcome.Skipped,
        { Changed: true } => TaskOutcome.Changed,
        _ => TaskOutcome.Ok,
    };
}
