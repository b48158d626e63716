namespace Playbooks.Generator.Messages;

/// <summary>PB0013, PB0019 and PB0023: where attributes and tasks cannot stand, and why.</summary>
internal static class PlaceAdvice
{
    internal const string RetryOfJob =
        "nobody waits for its job, so nobody sees whether to run it again; give [Async] a Poll above zero, or take one of the two away";

    internal const string IgnoreUnreachableOfJob =
        "nobody waits for its job, so nobody sees whether its host was lost; put it on the Wait that waits for the job";

    internal const string ParallelJob = "with Poll = 0 its job runs beside what follows already; take one of the two away";

    internal const string TimeoutOfJob = "[Async] gives its job a limit, which the host keeps; take one of the two away";

    internal const string MaxOfJobs = "its items are jobs, which [Async] runs side by side; write Max there";

    internal const string NotifyOfJob = "nobody waits for its job before the other handlers have run; give [Async] a Poll above zero, or take [Notify] away";

    internal const string FlushingHandler = "it runs the handlers itself; take [Handler] away";

    internal const string FlushOnce = "each host has handlers of its own to run; take [RunOnce] away";

    internal const string FlushOnly = "it only runs handlers; put it on those";

    internal const string FlushBeside = "the handlers run where it stands; take [Parallel] away";

    internal const string TimeoutOfWait = "it only waits for a job, which has a limit; bound the wait by [Retry]";

    internal const string DelegatedWait = "it waits for a job where that runs; put it on the task that starts the job";

    internal static string OfBlock(string block) => $"it returns the block '{block}', which runs its tasks one by one; put it on those";

    internal const string MaxOfNoLoop = "it bounds how many items of a loop run at once, and this task is none; take Max away";

    internal const string OnVariable = "it is a variable and no task: take the attribute away, or move it to the tasks";

    internal const string OnPrivate = "it is not public and therefore no task: make it public, or take the attribute away";

    internal const string OnNoModule = "it returns no module and is therefore no task: take the attribute away";

    internal static string PartWith(string attribute) => $"with [{attribute}]";

    internal const string PartOfOthers = "where the others stand";

    internal static string After(string attribute) => $"after [{attribute}]";

    internal const string AfterAlways = "after [Always]";

    internal const string RescueAlways = "it has [Always] and runs after a failure anyway; take one of the two away";

    internal const string HandlerPart = "it has [Handler] and runs after all parts, where it was notified; take one of the two away";

    internal const string OnSite = "a site runs on no hosts itself: write it on its playbooks";

    internal const string OnNoPlaybook = "it returns no playbook for the site to run: take the attribute away";

    internal const string WhenOnPlaybook = "return null where the playbook is not to run";

    internal const string OnPlaybook = "it returns a whole playbook: write it there, on the record or its tasks";
}
