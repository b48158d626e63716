namespace Playbooks.Generator.Messages;

/// <summary>PB0001 and PB0022: why a type cannot be a playbook, a block or a record of host variables.</summary>
internal static class RecordAdvice
{
    internal static string AliasOnly(string member, string named, string alias) =>
        $"'{member}' uses '{named}', which is visible only through 'extern alias {alias}'; " +
        "add the alias 'global' to the project's reference with this alias";

    internal const string MutableField = "make it readonly, or pass values from task to task as results";

    internal const string MutableProperty = "write 'init' instead of 'set', or pass values from task to task as results";

    internal const string NoPartialRecord = "make it a 'partial record'";

    internal const string Both = "it has both [Playbook] and [Block]; remove one of them";

    internal const string HasTasks = "it has tasks; remove [HostVars], and write a separate record for the host variables";

    internal const string Generic = "it is generic, and the program cannot know its type arguments; use a variable instead of the type parameter";

    internal static string Abstract(string attribute) => $"it is abstract; put [{attribute}] on the records that derive from it";

    internal const string FileLocal = "it is local to its file; remove the modifier 'file'";

    internal const string Invisible = "the program cannot access it; make it public or internal";

    internal const string NoConstructor = "the program finds no constructor that it can call; add a primary constructor, or a constructor without parameters";

    internal static string AroundNotPartial(string container) => $"make its containing type '{container}' partial";

    internal static string AroundObsolete(string container) =>
        $"its containing type '{container}' is marked obsolete as an error; remove [Obsolete] or the attribute's error argument";

    internal static string AroundGeneric(string container) => $"move it out of '{container}', which is generic";

    internal static string AroundFileLocal(string container) => $"its containing type '{container}' is local to its file; remove the modifier 'file'";

    internal static string AroundInvisible(string container) =>
        $"the program cannot access its containing type '{container}'; make that type public or internal";

    internal static string OldLanguage(string version, string oldest) =>
        $"C# {version} is too old for the generated code; write <LangVersion>{oldest}</LangVersion> or higher in the project, or remove LangVersion";

    internal const string Obsolete = "it is marked obsolete as an error, so generated code cannot use it: remove [Obsolete] or the attribute's error argument";

    internal const string HostVars = "record of host variables";
}
