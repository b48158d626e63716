namespace Playbooks.Generator.Messages;

/// <summary>PB0020 and PB0039: why a member is not a task, and a type not a module.</summary>
internal static class ShapeAdvice
{
    internal static string TypeOfAnother(string type) => $"its type is '{type}': declare the member as the module that it returns, such as Command";

    internal static string OpenBlock(string type) =>
        $"the type of its block depends on a type parameter of '{type}', so the tasks of the block are unknown: write a specific type";

    internal static string NoAttribute(string advice) => $"is not an attribute of Playbooks: {advice}";

    internal const string Void = "its type is 'void': declare the member as the module that it returns, such as Command";

    internal static string NoBlock(string block) => $"'{block}' has tasks but is not a block: put [Block] on that record";

    internal static string Untyped(string word, string result) => $"needs the type of the job's result: write '{word}<{result}>'";

    internal static string OfCSharp(string other, string advice) => $"is the C# type '{other}' and not a module: {advice}";

    internal static string WriteNearest(string nearest) => $"does not exist: write '{nearest}'";

    internal static string NoModule(string advice) => $"is not a module of Playbooks: {advice}";

    internal const string Static = "it is static, and tasks are instance members: remove 'static', or make it private";

    internal const string Field = "a field gets its value once, before the run: make it a get-only property (=> new …), or make it private";

    internal const string Indexer = "an indexer needs an index, which the run does not have: make it a method, or make it private";

    internal const string ByReference = "it returns by reference: remove 'ref', or make it private";

    internal const string Init = "an 'init' property is a variable, and a module cannot be a variable: make it get-only, or make it private";

    internal const string Set = "it can be set from outside: make it get-only, or make it private";

    internal const string Generic = "it is generic, and the run cannot know its type arguments: write specific types, or make it private";

    internal const string Arguments = "it takes arguments without names (__arglist): write named parameters, or make it private";

    internal static string ParameterByReference(string parameter) =>
        $"its parameter '{parameter}' is passed by reference: pass it by value, or make the method private";

    internal const string Obsolete =
        "it is marked obsolete as an error, so generated code cannot use it: remove [Obsolete] or the attribute's error argument, or make it private";

    internal static string AnyModule(string type) => $"'{type}' could be any module: declare the member as a specific module, such as Command";

    internal static string NoShape(string type) =>
        $"'{type}' is not the type of a task: return a module or a block (may be nullable), or an IEnumerable of these, or make the member private";

    internal const string NullLoop = "a loop cannot be null: return an empty sequence, or put [When] on the member";

    internal const string NullItems = "an item of a loop cannot be null: leave out the items for which there is nothing to do";

    internal static string AnyModules(string item) => $"'{item}' could be any module: declare an IEnumerable of a specific module, such as Command";

    internal const string StaticTask = "A playbook's public member is a task, which cannot be static";
}
