namespace Playbooks.Generator.Messages;

/// <summary>PB0020 and PB0039: why a member is no task, and a type no module.</summary>
internal static class ShapeAdvice
{
    internal static string TypeOfAnother(string type) => $"its type is '{type}': declare it as the module that it makes, such as Command";

    internal static string OpenBlock(string type) => $"it returns a block of a type that '{type}' leaves open, so its tasks are not known: name the type";

    internal static string NoAttribute(string advice) => $"is no attribute here: {advice}";

    internal const string Void = "its type is 'void': declare it as the module that it makes, such as Command";

    internal static string NoBlock(string block) => $"'{block}' has tasks, but is no block: put [Block] on it";

    internal static string Untyped(string word, string result) => $"alone is no module: write '{word}<{result}>', with what the job gives";

    internal static string OfCSharp(string other, string advice) => $"is C#'s '{other}' here, and no module: {advice}";

    internal static string WriteNearest(string nearest) => $"is not here: write '{nearest}'";

    internal static string NoModule(string advice) => $"is no module here: {advice}";

    internal const string Static = "it is static; a task belongs to the playbook's instance: take 'static' away, or make it private";

    internal const string Field = "a field is made once, before the run: make it a get-only property (=> new …), or private";

    internal const string Indexer = "an indexer cannot be called without its index: make it a method, or private";

    internal const string ByReference = "it returns by reference: take 'ref' away, or make it private";

    internal const string Init = "an 'init' property is a variable, and a module cannot be one: make it get-only, or private";

    internal const string Set = "it can be set from outside: make it get-only, or private";

    internal const string Generic = "it is generic, and nobody would say of what: name the types, or make it private";

    internal const string Arguments = "it takes arguments that nobody names (__arglist): name its parameters, or make it private";

    internal static string ParameterByReference(string parameter) =>
        $"its parameter '{parameter}' is passed by reference: pass it by value, or make the method private";

    internal const string Obsolete = "it is marked obsolete as an error, so nothing may run it: take the mark away, or make it private";

    internal static string AnyModule(string type) => $"'{type}' may be any module: return the one that it is, such as Command";

    internal static string NoShape(string type) =>
        $"'{type}' is neither a module or block, a nullable one nor an IEnumerable of one: return one of these, or make it private";

    internal const string NullLoop = "a loop cannot be null: give no items, or put [When] on it";

    internal const string NullItems = "the items of a loop cannot be null: leave those out that have nothing to do";

    internal static string AnyModules(string item) => $"'{item}' may be any module: return an IEnumerable of the one that it is, such as Command";

    internal const string StaticTask = "A playbook's public member is a task, which cannot be static";
}
