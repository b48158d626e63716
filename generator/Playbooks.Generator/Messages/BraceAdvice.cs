namespace Playbooks.Generator.Messages;

/// <summary>PB0035, PB0036 and PB0038: what to write for a name that stands in a text, or that Ansible has.</summary>
internal static class BraceAdvice
{
    internal static string Write(string code) => $"write '{code}'";

    internal static string AskByParameter(string parameter) => $"ask for it by a parameter, '{parameter}'";

    internal const string And = ", and ";

    internal const string OtherHosts = "ask for 'Play play': play.Inventory has all hosts and groups, and host.Variables what is written of one";

    internal const string Items = "give the items by C#, as in Names.Select(item => new Command($\"echo {item}\"))";

    internal static string HostVariable(string name) => $"ask for 'Host host', and write {{host.Variables[\"{name}\"]}}";

    internal const string Facts = "ask for 'Facts facts', and write what is meant of them";

    internal static string AskFor(string shown, string parameter) => $"ask for '{shown} {parameter}', and write what is meant of it";

    internal const string Loop = "it is of a loop, a list with what each item gave: write [0] before it, or Select";

    internal const string Job = "a job has no result before it has ended: ask for the result itself";

    internal const string InAttribute = "an attribute's text is always the same; take it out, or write it where the module is made (Label, DelegateTo, Become)";

    internal const string WriteInCSharp = "write in C# what is meant, in a text with $ before it";

    internal const string PutDollar = "put $ before the text";

    internal static string WriteHole(string? asked, string code, bool isPlain) =>
        $"{(asked is null ? "" : $"ask for '{asked}', and ")}write {{{code}}}{(isPlain ? ", and $ before the text" : "")}";
}
