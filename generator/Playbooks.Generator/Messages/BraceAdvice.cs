namespace Playbooks.Generator.Messages;

/// <summary>PB0035, PB0036 and PB0038: what to write instead of a name in braces, or of one of Ansible's names.</summary>
internal static class BraceAdvice
{
    internal static string Write(string code) => $"write '{code}'";

    internal static string AskByParameter(string parameter) => $"add the parameter '{parameter}'";

    internal const string And = ", and ";

    internal const string OtherHosts =
        "add the parameter 'Play play': play.Inventory has all hosts and groups, and host.Variables has the variables of one host";

    internal const string Items = "write the loop in C#, such as Names.Select(item => new Command($\"echo {item}\"))";

    internal static string HostVariable(string name) => $"add the parameter 'Host host', and write {{host.Variables[\"{name}\"]}}";

    internal const string Facts = "add the parameter 'Facts facts', and write the fact that you need";

    internal static string AskFor(string shown, string parameter) => $"add the parameter '{shown} {parameter}', and write the member that you need";

    internal const string Loop =
        "a loop returns a list of results, one for each item: write [0] after the list for the first result, or use Select for all results";

    internal const string Job = "a job has no result before it ends: declare the parameter with the type of the result; the task then waits for the job";

    internal const string InAttribute =
        "an attribute's text is constant; remove the braces, or set the text on the module instead (Label, DelegateTo, Become)";

    internal const string WriteInCSharp = "write the expression in C#, in an interpolated string with $ before the first quote";

    internal const string PutDollar = "put $ before the text";

    internal static string WriteHole(string? asked, string code, bool isPlain) =>
        $"{(asked is null ? "" : $"add the parameter '{asked}', and ")}write {{{code}}}{(isPlain ? ", with $ before the text" : "")}";
}
