namespace Playbooks.Generator.Messages;

/// <summary>PB0012 and PB0017: what an attribute can name, and what never runs.</summary>
internal static class TargetAdvice
{
    internal static string NothingNotifies(string handler) =>
        $"nothing notifies it; put [Notify(nameof({handler}))] on the tasks after whose changes it is to run";

    internal const string NothingBefore = "no task stands before it that could fail";

    internal const string Condition = "a bool property or a non-generic bool method";

    internal const string Limit = "a property or a non-generic method that gives an int, int?, TimeSpan or TimeSpan?";

    internal static string Unseen(string record) => $"'{record}' keeps it to itself; make it protected there";

    internal static string Nearest(string near) => $"the nearest is '{near}'";

    internal static string NoMember(string type, string wanted) => $"'{type}' has no such member; name {wanted}";

    internal static string WrongMember(string what, string wanted) => $"it is {what}; name {wanted}";

    internal const string Several = "there are several of that name; give the one that is meant a name of its own";

    internal const string ItselfNoHandler = "it is the task itself; name a handler";

    internal static string HadItsTurn(string task) => $"that handler has had its turn when this one runs; move it behind '{task}'";

    internal const string NoHandler = "that task is no handler; put [Handler] on it";

    internal static string OneOf(string names) => $"name one of these: {names}";

    internal static string NoHandlerThere(string type) =>
        $"'{type}' has no handler for it; put [Handler] on the task that is to run when something has changed";

    internal const string HasEnded = "that task has ended when this one is reached; take [After] away, or start it with Poll = 0 or as [Parallel]";

    internal const string ItselfNoJob = "it is the task itself; name a task that stands before it";

    internal static string Later(string task) => $"that task stands later; move it before '{task}'";

    internal const string NoJob = "name an earlier task that is started with Poll = 0, or that is [Parallel]";

    internal const string Obsolete = "marked obsolete as an error";

    internal const string IsField = "a field";

    internal const string IsGeneric = "a generic method";

    internal static string OfType(string type) => $"of type '{type}'";

    internal static string NameOne(string type) => $"name a member of '{type}'";

    internal static string NameOwn(string type) => $"name a member of '{type}' itself";

    internal static string Nameof(string named) => $"write nameof({named})";
}
