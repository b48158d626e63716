namespace Playbooks.Generator.Messages;

/// <summary>PB0005 and PB0006: why a module is no job, and who waits for one.</summary>
internal static class JobAdvice
{
    internal const string OnlyOtherParts = "Only tasks that run after a failure, always, or where they are notified ask";

    internal const string NoLaterTask = "No later task asks";

    internal const string Raw = "its line is sent as it is and needs the connection while it runs; use Shell, or take [Async] away";

    internal const string Wait = "it waits for a job already; take [Async] away, and bound the wait by [Retry]";

    internal const string Reboot = "the host that would run it goes down; take [Async] away, and bound it by its Timeout";

    internal const string WriteParallel =
        "it works on the controller and needs the connection while it runs; write [Parallel] instead of [Async] to go on beside it";

    internal const string OnController =
        "it works on the controller and needs the connection while it runs; take [Async] away, or do it by a Command or a Shell";
}
