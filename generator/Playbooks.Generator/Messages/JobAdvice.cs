namespace Playbooks.Generator.Messages;

/// <summary>PB0005 and PB0006: why a module cannot be a job, and which tasks use a job.</summary>
internal static class JobAdvice
{
    internal const string OnlyOtherParts = "Only [Rescue], [Always] and [Handler] tasks use";

    internal const string NoLaterTask = "No later task uses";

    internal const string Raw = "its line is sent as it is and needs the connection while it runs; use Shell, or remove [Async]";

    internal const string Wait = "it already waits for a job; remove [Async], and limit the wait with [Retry]";

    internal const string Reboot = "the host that would run the job goes down; remove [Async], and limit the reboot with its Timeout";

    internal const string WriteParallel =
        "it works on the controller and needs the connection while it runs; to run it beside the tasks that follow, write [Parallel] instead of [Async]";

    internal const string OnController =
        "it works on the controller and needs the connection while it runs; remove [Async], or use Command or Shell instead";
}
