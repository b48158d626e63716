namespace Playbooks.Generator.Messages;

/// <summary>PB0007, PB0008 and PB0027: which numbers and values make sense.</summary>
internal static class ValueAdvice
{
    internal const string NoUser = "name a user, or leave it out for the run's";

    internal const string UnsafeUser = "sudo, su or doas would take it for something else than a name; write the user's name";

    internal static string WriteOneOf(string names) => $"write one of {names}";

    internal const string SameKey = "another task has that Key, and each would take the other's job for its own; give it a Key of its own";

    internal const string Tag = "a tag is a word without blanks and commas; write several as [Tags(\"a\", \"b\")]";

    internal const string AtMost = "4294967 seconds, 49 days, at most";

    internal const string Throttle = "A throttle";

    internal const string ThrottleRange = "how many hosts may run it at once, above zero";

    internal const string Timeout = "A timeout";

    internal const string TimeoutRange = "the seconds that the task may take, above zero";

    internal const string DelegateTo = "name a host of the inventory, or localhost";

    internal const string Limit = "A limit";

    internal const string LimitRange = "the seconds after which the job is ended, above zero";

    internal const string PollRange = "seconds, or 0 for not waiting";

    internal const string GraceRange = "seconds, or 0 for KILL at once";

    internal const string Max = "A Max";

    internal const string MaxRange = "how many items of the loop may run at once, above zero";

    internal static string PollBelow(int limit, int usualPoll) => $"write a Poll below {limit}, or leave it out for {usualPoll} s";

    internal const string NoPoll = "leave it out";

    internal const string Retries = "A number of retries";

    internal const string RetriesRange = "how many more runs there may be, above zero";

    internal const string DelayRange = "seconds, or 0 for at once";

    internal static string A(string name) => $"A {name}";

    internal const string MaxFailPercentage = "A MaxFailPercentage";

    internal const string MaxFailPercentageRange = "how many of a hundred hosts may fail, from 0 to 100";

    internal const string Serial = "A Serial";

    internal const string SerialRange = "a number of hosts above zero, a percentage such as \"30%\", or a list of both such as new object[] { 1, \"30%\" }";

    internal const string AfterWants = "name the job, [After(nameof(Init))]";

    internal const string AsyncWants = "write the longest that the job may run, in seconds, [Async(3600)]";

    internal const string DelegateToWants = "name the host, [DelegateTo(\"lb1\")]";

    internal const string NotifyWants = "name the handler, [Notify(nameof(Restart))]";

    internal const string RetryWants = "write how many more runs there may be, [Retry(5, Delay = 10)]";

    internal const string ThrottleWants = "write on how many hosts at once, [Throttle(2)]";

    internal const string TimeoutWants = "write the seconds, [Timeout(30)]";

    internal const string WhenWants = "name a bool member of the record, [When(nameof(IsDebian))]";

    internal static string OnePattern(string pattern) => $"it takes one pattern, in which a colon stands between groups and hosts: \"{pattern}\"";

    internal static string Judgement(string name) => $"write [{name}(false)], or give the module a {name}";

    internal static string Judged(string name) =>
        $"it takes true or false; what has to be computed the module says: new(…) {{ {name} = result => result.Rc > 1 }}";

    internal static string ParallelMax(string number) => $"it says by name how many items of a loop run at once, [Parallel(Max = {number})]";

    internal static string OneName(string attribute) => $"it takes one name; write [{attribute}] once for each";
}
