namespace Playbooks.Generator.Messages;

/// <summary>PB0005 and PB0006: why a module cannot be a job, and which tasks use a job.</summary>
internal static class JobAdvice
{
    internal const string OnlyOtherParts = "Only [Rescue], [Always] and [Handler] tasks use";

    internal const string NoLaterTask = "No later task uses";

    internal const string Raw = "this module sends its command line unchanged, and needs the connection while the command runs; use Shell, or remove [Async]";

    internal const string Wait = "this module already waits for a job; remove [Async], and limit the wait with [Retry]";

    internal const string Reboot = "the job would run on the host that restarts; remove [Async], and set Timeout on the module to limit the reboot";

    internal const string WriteParallel =
        "this module works on the controller and needs the connection; write [Parallel] instead of [Async] to run the task beside the tasks that follow";

    internal const string OnController =
        "this module works on the controller and needs the connection; remove [Async], or use Command or Shell instead";
}
