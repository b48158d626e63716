namespace Playbooks.Generator.Messages;

/// <summary>PB0033, PB0037 and PB0040: what is made or run, and seen by nobody.</summary>
internal static class ReturnAdvice
{
    internal static string Hides(string declared, string wanted) => $"which its type '{declared}' hides, so it is no task: declare it as '{wanted}'";

    internal const string NoBlock = "which has tasks, but is no block, so none of them runs: put [Block] on it";

    internal const string NothingRuns = "which nothing runs: return it, or give it a member of its own";

    internal static string Other(string declared, string returned) => $"but its type is '{declared}', so it is no task: declare it as '{returned}'";

    internal static string MemberOfItsOwn(string what) => $"{what}: give it a member of its own, or cast it if that is meant";

    internal static string OnlyRuns(string parent) => $"of which only '{parent}' runs";

    internal static string MarkIt(string what, string attribute, string run) => $"{what}: put [{attribute}] on '{run}', and declare it so";

    internal static string Declare(string what, string wanted) => $"{what}: declare it as '{wanted}'";

    internal const string Program = "the program";

    internal static string LostReport(string run) =>
        $"nothing is shown, and the exit code is 0 though a task fails; use the report, or write 'return await {run}.RunConsoleAsync(args)'";

    internal const string LostExitCode = "the exit code is 0 though a task fails; return what it gives";

    internal const string Nothing = "returns nothing";

    internal const string UnusedBool = "is a bool that nothing uses";

    internal static string NameInWhen(string member) => $"name it in [When(nameof({member}))] of a task, ";
}
