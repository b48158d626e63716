namespace Playbooks.Generator.Messages;

/// <summary>PB0018: what else has the name.</summary>
internal static class NameAdvice
{
    internal static string Hidden(string record) => $"a task of '{record}' has that name, and this member would hide that task; choose another name";

    internal const string OfRecords = "every record has a member of that name; choose another name for the task";

    internal static string OfItself(string kind) => $"the {kind} itself has that name; choose another name for the task";

    internal static string OfResult(string property) =>
        $"the compiler generates a method of that name for the result of '{property}'; rename one of the two tasks";

    internal const string OfAnotherTask = "another task has that name, and parameters find tasks by name; rename one of the two tasks";

    internal static string DiffersInCase(string other) =>
        $"the task '{other}' has the same name in a different case, and parameters ignore case; rename one of the two tasks";

    internal static string OfResults(string kind) => $"the generated record with the {kind}'s results has that name; choose another name";

    internal static string Doubled(string what) => $"{what}; rename one of the two";

    internal const string OfVariable = "a task and a variable have that name";

    internal const string OfTask = "another task has that name";
}
