namespace Playbooks.Generator.Messages;

/// <summary>PB0007, PB0008 and PB0027: which numbers and values are valid.</summary>
internal static class ValueAdvice
{
    internal const string NoUser = "write the name of a user, or remove this text to use the default user";

    internal const string UnsafeUser = "sudo, su or doas would not accept this text as a user name; write the name of a user";

    internal static string WriteOneOf(string names) => $"write one of {names}";

    internal const string SameKey = "another task has the same Key, and each task would find the other's job; choose a different Key";

    internal const string Tag = "a tag cannot contain blanks or commas; write several tags as [Tags(\"a\", \"b\")]";

    internal const string AtMost = "at most 4294967 seconds (49 days)";

    internal const string Throttle = "[Throttle]";

    internal const string ThrottleRange = "the number of hosts that may run the task at once, at least 1";

    internal const string Timeout = "[Timeout]";

    internal const string TimeoutRange = "the number of seconds that the task may take, at least 1";

    internal const string DelegateTo = "name a host of the inventory, or localhost";

    internal const string Limit = "The limit in [Async]";

    internal const string LimitRange = "the number of seconds after which the job is ended, at least 1";

    internal const string PollRange = "a number of seconds, or 0 to continue without waiting for the job";

    internal const string GraceRange = "a number of seconds, or 0 to send KILL at once";

    internal const string Max = "Max";

    internal const string MaxRange = "the number of items of the loop that may run at once, at least 1";

    internal static string PollBelow(int limit, int usualPoll) => $"write a Poll below {limit}, or remove Poll to use the default of {usualPoll} s";

    internal const string NoPoll = "remove Poll";

    internal const string Retries = "The number of retries";

    internal const string RetriesRange = "the number of times that the task may run again, at least 1";

    internal const string DelayRange = "a number of seconds, or 0 to run again at once";

    internal const string MaxFailPercentage = "MaxFailPercentage";

    internal const string MaxFailPercentageRange = "the percentage of hosts that may fail, from 0 to 100";

    internal const string Serial = "Serial";

    internal const string SerialRange = "a number of hosts above zero, a percentage such as \"30%\", or a list of both such as new object[] { 1, \"30%\" }";

    internal const string AfterWants = "name the job, as in [After(nameof(Init))]";

    internal const string AsyncWants = "write how many seconds the job may run, as in [Async(3600)]";

    internal const string DelegateToWants = "name the host, as in [DelegateTo(\"lb1\")]";

    internal const string NotifyWants = "name the handler, as in [Notify(nameof(Restart))]";

    internal const string RetryWants = "write how many times the task may run again, as in [Retry(5, Delay = 10)]";

    internal const string ThrottleWants = "write how many hosts may run the task at once, as in [Throttle(2)]";

    internal const string TimeoutWants = "write how many seconds the task may take, as in [Timeout(30)]";

    internal const string WhenWants = "name a bool member of the record, as in [When(nameof(IsDebian))]";

    internal static string OnePattern(string pattern) => $"[Playbook] takes one pattern; separate groups and hosts by a colon: \"{pattern}\"";

    internal static string Judgement(string name) => $"write [{name}(false)], or set {name} on the module";

    internal static string Judged(string name) =>
        $"[{name}] takes only true or false; write a computed condition on the module: new(…) {{ {name} = result => result.Rc > 1 }}";

    internal static string ParallelMax(string number) => $"write the name of the argument: [Parallel(Max = {number})]";

    internal static string OneName(string attribute) => $"[{attribute}] takes one name; write a separate [{attribute}] for each name";
}
