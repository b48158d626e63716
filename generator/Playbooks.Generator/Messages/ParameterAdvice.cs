namespace Playbooks.Generator.Messages;

/// <summary>PB0002, PB0003 and PB0004: which parameters a member can have.</summary>
internal static class ParameterAdvice
{
    internal const string NothingHasFailed =
        "nothing has failed when this task runs; only [Rescue] and [Always] tasks can have a parameter of the type Failure";

    internal const string AlwaysAlsoRuns = "An [Always] task also runs if nothing has failed, and then the failure is null";

    internal static string MayBeSkipped(string task) => $"The task '{task}' may be skipped, and then its result is null";

    internal static string MayNotHaveRun(string task, string part) =>
        $"The task '{task}' may not have run before this [{part}] task, and then its result is null";

    internal static string OfAllHosts(string right) => $"'AcrossHosts<{right}>' for the results of all hosts";

    internal static string JobOrResult(string job, string result) => $"{job} for the job, or to {result} to wait for its result";

    internal static string AnotherHost(string type) =>
        $"its type is '{type}' and not the Host of Playbooks; write 'Playbooks.Host', or 'global using Host = Playbooks.Host;' in any file";

    internal const string Itself = "it has the name of its own task; name a task that comes before this one";

    internal static string Handler(string handler) =>
        $"'{handler}' is a handler, which runs at the end and only if it was notified; no task can use its result";

    internal static string Later(string later, string task) => $"the task '{later}' comes later; move it before '{task}'";

    internal static string Variable(string own) => $"'{own}' is a variable; remove the parameter, and use the property '{own}'";

    internal static string Nearest(string near, string parameter) => $"the nearest name is '{near}'; rename the parameter to '{parameter}'";

    internal static string NearestIsLater(string near, string task, string parameter) =>
        $"the nearest name is '{near}', a task that comes later; move that task before '{task}' and rename the parameter to '{parameter}'";

    internal const string NoneBefore = "no task comes before this one; remove the parameter, or write the task that it names above this one";

    internal static string OneOf(string names) => $"rename the parameter to one of these: {names}";
}
