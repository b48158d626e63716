using Playbooks.Execution.Tasks;

namespace Playbooks.Execution;

/// <summary>Removes from events what must not be shown.</summary>
internal static class ToldEvent
{
    /// <summary>Removes what <c>[NoLog]</c> hides.</summary>
    internal static RunEvent WithoutHidden(RunEvent runEvent) => runEvent switch
    {
        TaskFinished { Result: { } result } finished when Hides(finished, result) => finished with { Result = HiddenResult.Of(result) },
        TaskRetrying retrying when Hides(retrying, retrying.Result) => retrying with { Result = HiddenResult.Of(retrying.Result) },
        JobFinished finished when Hides(finished, finished.Result) => finished with { Result = HiddenResult.Of(finished.Result) },
        _ => runEvent,
    };

    /// <summary>Removes the values of secrets. The output of jobs comes in chunks, and is not handled here.</summary>
    internal static RunEvent Masked(RunEvent runEvent, SecretMask mask)
    {
        var told = runEvent switch
        {
            TaskFinished finished => finished with { Message = In(finished.Message), Result = finished.Result?.Masked(mask) },
            TaskRetrying retrying => retrying with { Result = retrying.Result.Masked(mask) },
            JobFinished finished => finished with { Result = finished.Result.Masked(mask) },
            JobRestarted restarted => restarted with { Reason = mask.In(restarted.Reason) },
            HostRescued rescued => rescued with { Message = mask.In(rescued.Message) },
            HostUnreachable lost => lost with { Message = mask.In(lost.Message) },
            HostDelayed delayed => delayed with { Message = mask.In(delayed.Message) },
            JobsUnwatched unwatched => unwatched with { Reason = mask.In(unwatched.Reason) },
            PlaySkipped skipped => skipped with { Reason = mask.In(skipped.Reason) },
            PlayStopped stopped => stopped with { Reason = mask.In(stopped.Reason) },
            _ => runEvent,
        };
        return told is TaskEvent { Label: { } label } task ? task with { Label = mask.In(label) } : told;

        string? In(string? text) => text is null ? null : mask.In(text);
    }

    private static bool Hides(TaskEvent told, TaskResult result) => told.Task.NoLog || result.IsHidden;
}
