namespace Playbooks.Generator.Messages;

/// <summary>PB0001 and PB0022: why a type is no playbook, block or record of host variables.</summary>
internal static class RecordAdvice
{
    internal static string AliasOnly(string member, string named, string alias) =>
        $"'{member}' has to do with '{named}', which only 'extern alias {alias}' can name; give the reference the alias 'global', too";

    internal const string MutableField = "make it readonly, or hand values on as results";

    internal const string MutableProperty = "write 'init' for 'set', or hand values on as results";

    internal const string NoPartialRecord = "make it a 'partial record'";

    internal const string Both = "it cannot be both; take [Playbook] or [Block] away";

    internal const string HasTasks = "it has tasks; take [HostVars] away, and give it a record of its own";

    internal const string Generic = "it cannot be generic, for nobody would say of what; make what differs a variable";

    internal static string Abstract(string attribute) => $"it is abstract; put [{attribute}] on the records that derive from it";

    internal const string FileLocal = "it is local to its file; take 'file' away";

    internal const string Invisible = "the program cannot see it; make it public or internal";

    internal const string NoConstructor = "its variables are unknown; give it a primary constructor, or one without parameters";

    internal static string AroundNotPartial(string container) => $"make '{container}' around it partial";

    internal static string AroundObsolete(string container) => $"'{container}' around it is marked obsolete as an error; take the mark away";

    internal static string AroundGeneric(string container) => $"move it out of '{container}', which is generic";

    internal static string AroundFileLocal(string container) => $"'{container}' around it is local to its file; take 'file' away";

    internal static string AroundInvisible(string container) => $"the program cannot see '{container}' around it; make that public or internal";

    internal static string OldLanguage(string version, string oldest) =>
        $"C# {version} is too old for what is generated; write <LangVersion>{oldest}</LangVersion> or higher in the project, or leave it out";

    internal const string Obsolete = "it is marked obsolete as an error, so nothing may use it: take the mark away";

    internal const string HostVars = "record of host variables";
}
