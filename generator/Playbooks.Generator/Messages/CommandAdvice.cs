namespace Playbooks.Generator.Messages;

/// <summary>PB0014, PB0024, PB0028 and PB0032: what is wrong with command lines, and with names on the command line.</summary>
internal static class CommandAdvice
{
    internal static string SuchAs(string text, string member) => $", such as {{{text}.{member}}}";

    internal static string DidYouMean(string nearest) => $": did you mean '{nearest}'?";

    internal const string CorrectPattern = ": correct the pattern, or add the name to the inventory";

    internal const string IsOption = "is an option of every playbook";

    internal const string IsCommand = "is a command of every program with playbooks";

    internal const string IsReserved = "is reserved for a command of a later version";

    internal static string RunsAnother(string playbook) => $"already runs '{playbook}'";

    internal const string ShellArgument = "the program would receive this text as an argument; use Shell, or quote the text if that is intended";

    internal const string ShellSubstitution = "the program would receive this text unchanged; use Shell, or quote the text if that is intended";

    internal const string ShellVariable =
        "the program would receive this text unchanged; use Shell, read the value from Facts, or quote the text if that is intended";

    internal const string ShellHome =
        "the program would receive this text and not the home directory; write the path, use Shell, or quote the text if that is intended";

    internal const string ShellAssignment = "Command would take this text as the name of the program; set Env on the module, or use Shell";

    internal static string GivesAnother(string other) => $"already sets the variable '{other}'";
}
