namespace Playbooks.Generator.Messages;

/// <summary>PB0012 and PB0017: which members an attribute can name, and why a task never runs.</summary>
internal static class TargetAdvice
{
    internal static string NothingNotifies(string handler) =>
        $"no task notifies this handler; put [Notify(nameof({handler}))] on each task that should notify the handler";

    internal const string NothingBefore = "no ordinary task comes before this [Rescue] task; write an ordinary task above it, or remove [Rescue]";

    internal const string Condition = "a bool property or a non-generic bool method";

    internal const string Limit = "a property or a non-generic method that returns an int, int?, TimeSpan or TimeSpan?";

    internal static string Unseen(string record) => $"it is not accessible here; make it protected in '{record}'";

    internal static string Nearest(string near) => $"did you mean '{near}'?";

    internal static string NoMember(string type, string wanted) => $"'{type}' has no such member; name {wanted}";

    internal static string WrongMember(string what, string wanted) => $"it is {what}; name {wanted}";

    internal const string Several = "several members have that name; rename the one that you mean";

    internal const string ItselfNoHandler = "a task cannot notify itself; name another handler";

    internal static string HadItsTurn(string task) => $"that handler runs before '{task}'; move the handler below '{task}'";

    internal const string NoHandler = "that task is not a handler; put [Handler] on it";

    internal static string OneOf(string names) => $"name one of these: {names}";

    internal static string NoHandlerThere(string type) =>
        $"'{type}' has no handler that this task could notify; put [Handler] on the task that should run after a change";

    internal const string HasEnded = "that task has ended before this task starts; remove [After], or start that task with Poll = 0 or [Parallel]";

    internal const string ItselfNoJob = "a task cannot wait for itself; name an earlier task";

    internal static string Later(string task) => $"that task comes later; move it before '{task}'";

    internal const string NoJob = "name an earlier task with Poll = 0 or [Parallel]";

    internal const string Obsolete = "marked obsolete as an error";

    internal const string IsField = "a field";

    internal const string IsGeneric = "a generic method";

    internal static string OfType(string type) => $"of type '{type}'";

    internal static string NameOne(string type) => $"name a member of '{type}'";

    internal static string NameOwn(string type) => $"name a member of '{type}' itself";

    internal static string Nameof(string named) => $"write nameof({named})";
}
