namespace Playbooks.Generator.Messages;

/// <summary>PB0014, PB0024, PB0028 and PB0032: what is wrong with command lines, and with names on the command line.</summary>
internal static class CommandAdvice
{
    internal static string SuchAs(string text, string member) => $", such as {{{text}.{member}}}";

    internal static string DidYouMean(string nearest) => $": did you mean '{nearest}'?";

    internal const string IsOption = "is an option of every playbook";

    internal const string IsCommand = "is a command of every program with playbooks";

    internal static string RunsAnother(string playbook) => $"runs '{playbook}' already";

    internal const string ShellArgument = "the program would get it as an argument; use Shell, or quote it if that is meant";

    internal const string ShellSubstitution = "nothing is put in its place; use Shell, or quote it if that is meant";

    internal const string ShellVariable = "nothing is put in its place; use Shell, ask for the Facts, or quote it if that is meant";

    internal const string ShellHome = "it is no home directory here; write the path, use Shell, or quote it if that is meant";

    internal const string ShellAssignment = "there is no program of that name; set Env on the module, or use Shell";

    internal static string GivesAnother(string other) => $"gives the variable '{other}' already";
}
