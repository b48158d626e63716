namespace Playbooks.Generator.Messages;

/// <summary>PB0013, PB0019 and PB0023: where attributes and tasks cannot be, and why.</summary>
internal static class PlaceAdvice
{
    internal const string RetryOfJob =
        "with Poll = 0 nothing waits for the job, so nothing can run the task again; set Poll in [Async] above zero, or remove [Retry]";

    internal const string IgnoreUnreachableOfJob =
        "with Poll = 0 nothing waits for the job, so nothing notices that the host is unreachable; put [IgnoreUnreachable] on the Wait task for the job";

    internal const string ParallelJob = "with Poll = 0 the job already runs beside the tasks that follow; remove [Parallel] or [Async]";

    internal const string TimeoutOfJob = "[Async] already sets a limit, which the host enforces; remove [Timeout] or [Async]";

    internal const string MaxOfJobs = "the items of this loop are jobs, which [Async] runs side by side; set Max in [Async]";

    internal const string NotifyOfJob =
        "with Poll = 0 nothing waits for the job before the other handlers have run; set Poll in [Async] above zero, or remove [Notify]";

    internal const string FlushingHandler = "FlushHandlers runs the handlers, so it cannot be a handler itself; remove [Handler]";

    internal const string FlushOnce = "each host runs its own handlers; remove [RunOnce]";

    internal const string FlushOnly = "FlushHandlers only runs handlers; put the attribute on the handlers";

    internal const string FlushBeside = "FlushHandlers runs the handlers exactly at this point of the playbook; remove [Parallel]";

    internal const string TimeoutOfWait = "this task only waits for a job, which has its own limit; write [Retry] instead of [Timeout] to limit the wait";

    internal const string DelegatedWait = "this task waits on the host where the job runs; put [DelegateTo] on the task that starts the job";

    internal static string OfBlock(string block) =>
        $"this task returns the block '{block}', which runs its tasks one by one; put the attribute on the tasks of the block";

    internal const string MaxOfNoLoop = "Max limits how many items of a loop run at once, and this task is not a loop; remove Max";

    internal const string OnVariable = "it is a variable and not a task: remove the attribute, or put it on tasks";

    internal const string OnPrivate = "it is not public and therefore not a task: make it public, or remove the attribute";

    internal const string OnNoModule = "it does not return a module and is therefore not a task: remove the attribute";

    internal static string PartWith(string attribute) => $"with [{attribute}]";

    internal const string PartOfOthers = "that has the other members";

    internal static string After(string attribute) => $"[{attribute}]";

    internal const string AfterAlways = "[Always]";

    internal const string RescueAlways = "the task has [Always] and already runs after a failure; remove [Rescue] or [Always]";

    internal const string HandlerPart = "a handler runs at the end, if a task has notified it; remove this attribute or [Handler]";

    internal const string OnSite = "a site has no hosts of its own; set the property on the playbooks of the site";

    internal const string OnNoPlaybook = "it does not return a playbook for the site to run: remove the attribute";

    internal const string WhenOnPlaybook = "remove [When], and return null if the playbook should not run";

    internal const string OnPlaybook = "it returns a whole playbook: put the attribute on that playbook's record or on its tasks";
}
