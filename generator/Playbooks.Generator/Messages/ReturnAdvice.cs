namespace Playbooks.Generator.Messages;

/// <summary>PB0033, PB0037 and PB0040: modules that never run, and results of runs that nothing uses.</summary>
internal static class ReturnAdvice
{
    internal static string Hides(string declared, string wanted) =>
        $"is hidden by the type '{declared}', so the member is not a task: declare the member as '{wanted}'";

    internal const string NoBlock = "has tasks but is not a block, so none of its tasks runs: put [Block] on the record";

    internal const string NothingRuns = "never runs: return it, or write another member for it";

    internal static string Other(string declared, string returned) =>
        $"does not fit the member's type '{declared}', so the member is not a task: declare the member as '{returned}'";

    internal static string MemberOfItsOwn(string what) => $"{what}: write another member for it, or cast it to the base record if that is intended";

    internal static string OnlyRuns(string parent) => $"runs only as its base record '{parent}'";

    internal static string MarkIt(string what, string attribute, string run) =>
        $"{what}: put [{attribute}] on '{run}', and declare the member as '{run}'";

    internal static string Declare(string what, string wanted) => $"{what}: declare the member as '{wanted}'";

    internal const string Program = "the program";

    internal static string LostReport(string run) =>
        $"nothing is printed, and the exit code is 0 even if a task fails; use the returned report, or write 'return await {run}.RunConsoleAsync(args)'";

    internal const string LostExitCode = "the exit code of the program is 0 even if a task fails; return the exit code of this call";

    internal const string Nothing = "returns nothing";

    internal const string UnusedBool = "is a bool that nothing uses";

    internal static string NameInWhen(string member) => $"name it in [When(nameof({member}))] on a task, ";
}
