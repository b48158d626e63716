namespace Playbooks.Generator.Messages;

/// <summary>PB0018: by what a name is taken.</summary>
internal static class NameAdvice
{
    internal static string Hidden(string record) => $"a task of '{record}' is called so, and what runs the tasks would find this instead; use another one";

    internal const string OfRecords = "every record has a member of that name; give the task another one";

    internal static string OfItself(string kind) => $"the {kind} itself is called so; give the task another one";

    internal static string OfResult(string property) => $"the result of '{property}' is read by a method of that name; give one of them another one";

    internal const string OfAnotherTask = "another task is called so, and parameters ask for tasks by name; give one of them another one";

    internal static string DiffersInCase(string other) =>
        $"the task '{other}' differs only in case, which parameters cannot tell; give one of them another one";

    internal static string OfResults(string kind) => $"what the {kind}'s tasks give is called so; use another one";

    internal static string Doubled(string what) => $"{what}; give one of them another one";

    internal const string OfVariable = "a task is called as the variable";

    internal const string OfTask = "another task is called so";
}
