using Microsoft.CodeAnalysis;

namespace Playbooks.Generator;

/// <summary>The rules of the compiler. Ids are never reused; each has a page in <c>docs/rules</c>.</summary>
internal static class Rules
{
    internal static readonly DiagnosticDescriptor PartialRecord = Error(
        "PB0001",
        "A playbook or block must be a partial record",
        "'{0}' cannot be a {1}: {2}");

    internal static readonly DiagnosticDescriptor NoEarlierTask = Error(
        "PB0002",
        "The parameter does not name an earlier task",
        "The parameter '{0}' does not name an earlier task: {1}");

    internal static readonly DiagnosticDescriptor WrongResultType = Error(
        "PB0003",
        "The parameter does not have the type of the task's result",
        "The task '{0}' does not return '{2}': change the parameter's type to {1}");

    internal static readonly DiagnosticDescriptor MayBeSkipped = Error(
        "PB0004",
        "The task may be skipped, so its parameter must be nullable",
        "{0}: declare the parameter as '{1}'");

    internal static readonly DiagnosticDescriptor NoJob = Error(
        "PB0005",
        "The module cannot be a job",
        "'{0}' cannot be a job: {1}");

    internal static readonly DiagnosticDescriptor NobodyWaits = Warning(
        "PB0006",
        "No later task uses the job",
        "{1} the job of '{0}', so a failure of the job would stop the host at an unrelated task: " +
        "take the job or its result as a parameter of a later task, or set AtEnd in [Async] to Join, Cancel or Leave");

    internal static readonly DiagnosticDescriptor OutOfRange = Error(
        "PB0007",
        "The number is out of range",
        "{0} cannot be {1}: write {2}");

    internal static readonly DiagnosticDescriptor PollNotBelowLimit = Warning(
        "PB0008",
        "The poll is not shorter than the limit",
        "With Poll = {0} and a limit of {1} s, the job would reach its limit before the first check: {2}");

    internal static readonly DiagnosticDescriptor UnusualPoll = new(
        "PB0009",
        "The poll is unusually short or long",
        "Poll = {0} is unusual for a limit of {1} s: write a Poll of {2} to {3} s, so that the run notices a lost connection soon, without needless checks",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Page("PB0009"));

    internal static readonly DiagnosticDescriptor GivesUpEarly = Warning(
        "PB0010",
        "The wait gives up before the job's limit",
        "[Retry] checks {0} times, every {1} s, and gives up after {2} s, but the job of '{3}' may run for {4} s: " +
        "write {5} retries in [Retry], or remove [Retry] to wait until the job's limit");

    internal static readonly DiagnosticDescriptor UnquotedCommandLine = Error(
        "PB0011",
        "The command line is neither a constant nor a single interpolated string",
        "The values in this text would not be quoted: write a single interpolated string here (for a choice: 'c ? new($\"…\") : " +
        "new($\"…\")'), or CommandLine.Parse(text) if the text is already a whole command line");

    internal static readonly DiagnosticDescriptor WrongTarget = Error(
        "PB0012",
        "The attribute names the wrong member",
        "[{1}] cannot name '{0}' here: {2}");

    internal static readonly DiagnosticDescriptor OutsideOrder = Error(
        "PB0013",
        "The tasks are in several partial declarations of the record",
        "The task '{0}' is in another partial declaration of '{1}', so its order among the tasks is undefined: move the task to the declaration {2}");

    internal static readonly DiagnosticDescriptor UnknownPattern = Warning(
        "PB0014",
        "The pattern names a group or host that is not in the inventory",
        "'{0}' in the pattern is neither a group nor a host of {1}{2}");

    internal static readonly DiagnosticDescriptor VariableNotGiven = Error(
        "PB0015",
        "The variable has no default and cannot be set from outside",
        "The variable '{0}' has no default and cannot be set {1}: {2}");

    internal static readonly DiagnosticDescriptor BlockJob = Error(
        "PB0016",
        "A block cannot be a job",
        "The block '{0}' runs its tasks one by one from the controller, so it cannot be a job: " +
        "write [Parallel] to run the block beside the tasks that follow, or put [Async] on the slow tasks of the block");

    internal static readonly DiagnosticDescriptor NeverRuns = Warning(
        "PB0017",
        "The task can never run",
        "The task '{0}' never runs: {1}");

    internal static readonly DiagnosticDescriptor NameTaken = Error(
        "PB0018",
        "The name is already in use",
        "The name '{0}' is already in use: {1}");

    internal static readonly DiagnosticDescriptor MisplacedAttribute = Error(
        "PB0019",
        "The attribute cannot be used here",
        "[{0}] cannot be used on '{1}': {2}");

    internal static readonly DiagnosticDescriptor HiddenModule = Error(
        "PB0020",
        "The member contains a module but is not a valid task",
        "'{0}' is not a valid task: {1}");

    internal static readonly DiagnosticDescriptor NullableOff = Error(
        "PB0021",
        "Nullable annotations are off",
        "Nullable annotations are off at '{0}', so the compiler cannot see whether this member may return null: " +
        "write '#nullable enable' above it, or <Nullable>enable</Nullable> in the project");

    internal static readonly DiagnosticDescriptor MutableState = Warning(
        "PB0022",
        "The playbook has mutable state",
        "'{0}' can change, but one instance of the playbook serves all hosts at once: {1}");

    internal static readonly DiagnosticDescriptor PartOrder = Error(
        "PB0023",
        "The task comes after [Rescue] or [Always] tasks",
        "The task '{0}' comes after {1} tasks: ordinary tasks come first, then [Rescue] tasks, then [Always] tasks; move the task up");

    internal static readonly DiagnosticDescriptor CommandLineName = Error(
        "PB0024",
        "The name is already in use on the command line",
        "On the command line, '{0}' would become {1}, but {1} {2}: choose another name");

    internal static readonly DiagnosticDescriptor NoKey = Error(
        "PB0025",
        "The key of the job is not valid",
        $"'{{0}}' is not a valid key of a job: write a key of at most {JobKey.LongestWritten} letters, digits, '.', '_' and '-' " +
        "that begins with a letter or digit and does not contain '..'");

    internal static readonly DiagnosticDescriptor ForgottenPublic = Warning(
        "PB0026",
        "The private member returns a module, and nothing uses it",
        "'{0}' is private, and nothing uses it: make it public to run it as a task, or remove it");

    internal static readonly DiagnosticDescriptor NoValue = Error(
        "PB0027",
        "The value is not valid",
        "{0} is not valid for {1}: {2}");

    internal static readonly DiagnosticDescriptor NoShell = Warning(
        "PB0028",
        "Command does not use a shell",
        "'{0}' needs a shell, and Command does not use one: {1}");

    internal static readonly DiagnosticDescriptor UnreadableCommandLine = Error(
        "PB0029",
        "The command line cannot be split into a program and its arguments",
        "{0}");

    internal static readonly DiagnosticDescriptor OwnBlock = Error(
        "PB0030",
        "A block would run itself",
        "The task '{0}' would run the block '{1}' inside itself without end: return another block");

    internal static readonly DiagnosticDescriptor SiteMember = Error(
        "PB0031",
        "Sites contain only playbooks, and playbooks only tasks",
        "'{0}' {1}");

    internal static readonly DiagnosticDescriptor WholeObject = Warning(
        "PB0032",
        "A value in the command line is a whole object",
        "'{0}' is a whole '{1}', whose text is only for display: write the member that you need{2}");

    internal static readonly DiagnosticDescriptor HiddenReturn = Warning(
        "PB0033",
        "The member's type hides the type that the member returns",
        "The '{1}' in '{0}' {2}");

    internal static readonly DiagnosticDescriptor NoTask = Warning(
        "PB0034",
        "The playbook has no tasks",
        "The {1} '{0}' has no tasks: write public members that return modules, such as 'public Command Uptime => new(\"uptime\");'");

    internal static readonly DiagnosticDescriptor DoubleBraces = Warning(
        "PB0035",
        "The text has Ansible's braces",
        "'{0}' is not replaced by a value: {1}");

    internal static readonly DiagnosticDescriptor NoDollar = Warning(
        "PB0036",
        "The text has a name in braces, but there is no $ before the text",
        "'{0}' is not replaced by a value: {1}");

    internal static readonly DiagnosticDescriptor NobodyLooks = Warning(
        "PB0037",
        "The result of the run is ignored",
        "The result of {0} is ignored: {1}");

    internal static readonly DiagnosticDescriptor UnknownName = Error(
        "PB0038",
        "The name does not exist here",
        "'{0}' does not exist here: {1}");

    internal static readonly DiagnosticDescriptor ForeignWord = Error(
        "PB0039",
        "The type or attribute does not exist in Playbooks",
        "'{0}' {1}");

    internal static readonly DiagnosticDescriptor NoModule = Warning(
        "PB0040",
        "The public member does not return a module, and nothing uses it",
        "'{0}' {1}, so it is not a task and never runs: return a module such as Command, {2}or make it private");

    internal static readonly DiagnosticDescriptor OpenHole = Error(
        "PB0041",
        "Quoting cannot protect the value here",
        "The value '{0}' {1}");

    internal static readonly DiagnosticDescriptor WritesItself = Warning(
        "PB0042",
        "The result overrides WriteProperties",
        "'{0}' overrides WriteProperties, but generated code writes and reads the properties and never calls the override: remove the override");

    internal static readonly DiagnosticDescriptor Unwritten = Warning(
        "PB0043",
        "A part of the result cannot be written to JSON and read back",
        "'{0}' is neither written to JSON nor read back: {1}");

    internal const string Category = "Playbooks";

    private const string HelpRoot = "https://github.com/playbooks-dotnet/playbooks/blob/main/docs/rules/";

    /// <summary>The address of the page that explains a rule.</summary>
    internal static string Page(string id) => $"{HelpRoot}{id}.md";

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page(id));

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Page(id));
}
