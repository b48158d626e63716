namespace Playbooks.Generator.Messages;

/// <summary>PB0002, PB0003 and PB0004: what a parameter can ask for.</summary>
internal static class ParameterAdvice
{
    internal const string NothingHasFailed = "nothing has failed where it runs; only [Rescue] and [Always] tasks can ask for the Failure";

    internal const string AlwaysAlsoRuns = "An [Always] task also runs where nothing has failed";

    internal static string MayBeSkipped(string task) => $"The task '{task}' may be skipped and then gives null";

    internal static string MayNotHaveRun(string task, string part) => $"The task '{task}' may not have run when [{part}] does, and then gives null";

    internal static string OfAllHosts(string right) => $"'AcrossHosts<{right}>' of all hosts";

    internal static string JobOrResult(string job, string result) => $"{job} or, waiting for it, {result}";

    internal static string AnotherHost(string type) =>
        $"its type is '{type}'; for the host write 'Playbooks.Host', or 'global using Host = Playbooks.Host;' in any file";

    internal const string Itself = "it is the task itself; ask for a task that stands before it";

    internal static string Handler(string handler) =>
        $"'{handler}' is a handler, which runs at the end and only where it was notified; nobody can ask for what it gives";

    internal static string Later(string later, string task) => $"the task '{later}' stands later; move it before '{task}'";

    internal static string Variable(string own) => $"'{own}' is a variable; take the parameter away and use the property '{own}'";

    internal static string Nearest(string near, string parameter) => $"the nearest is '{near}'; call the parameter '{parameter}'";

    internal static string NearestIsLater(string near, string task, string parameter) =>
        $"the nearest is '{near}', which stands later; move it before '{task}' and call the parameter '{parameter}'";

    internal const string NoneBefore = "no task stands before it";

    internal static string OneOf(string names) => $"call it as one of these: {names}";
}
