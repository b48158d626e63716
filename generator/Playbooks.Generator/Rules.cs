using Microsoft.CodeAnalysis;

namespace Playbooks.Generator;

/// <summary>Everything that the compiler says about playbooks. Ids are never reused; each has a page in <c>docs/rules</c>.</summary>
internal static class Rules
{
    internal static readonly DiagnosticDescriptor PartialRecord = Error(
        "PB0001",
        "A playbook or block must be a partial record",
        "'{0}' cannot be a {1}: {2}");

    internal static readonly DiagnosticDescriptor NoEarlierTask = Error(
        "PB0002",
        "The parameter names no earlier task",
        "'{0}' names no earlier task: {1}");

    internal static readonly DiagnosticDescriptor WrongResultType = Error(
        "PB0003",
        "The parameter's type is not what the task gives",
        "The task '{0}' gives {1}, not '{2}': change the parameter's type");

    internal static readonly DiagnosticDescriptor MayBeSkipped = Error(
        "PB0004",
        "The task may be skipped",
        "{0}: ask for '{1}'");

    internal static readonly DiagnosticDescriptor NoJob = Error(
        "PB0005",
        "The module cannot be a job",
        "'{0}' cannot be a job: {1}");

    internal static readonly DiagnosticDescriptor NobodyWaits = Warning(
        "PB0006",
        "Nobody waits for the job",
        "{1} for '{0}', so a failure of its job stops the host before whichever task comes next: " +
        "ask for its job or its result in a later task, or write what the end does to it (AtEnd = AtEnd.Join, Cancel or Leave)");

    internal static readonly DiagnosticDescriptor OutOfRange = Error(
        "PB0007",
        "The number is out of range",
        "{0} of {1} makes no sense: write {2}");

    internal static readonly DiagnosticDescriptor PollNotBelowLimit = Warning(
        "PB0008",
        "The poll is not below the limit",
        "With Poll = {0} and a limit of {1} s the job would be looked at only after it was ended: {2}");

    internal static readonly DiagnosticDescriptor UnusualPoll = new(
        "PB0009",
        "The poll is far from the usual",
        "Poll = {0} is far from the usual for a limit of {1} s: {2} to {3} s balance a prompt answer against needless looks",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Page("PB0009"));

    internal static readonly DiagnosticDescriptor GivesUpEarly = Warning(
        "PB0010",
        "The wait gives up before the job's limit",
        "{0} looks, {1} s apart, give up after {2} s, but the job of '{3}' may run for {4} s: write {5} retries, or leave [Retry] out to wait until the limit");

    internal static readonly DiagnosticDescriptor UnquotedCommandLine = Error(
        "PB0011",
        "The command line is neither a constant nor one interpolated string",
        "Nothing in this text would be quoted: write one interpolated string right here (choose with 'c ? new($\"…\") : " +
        "new($\"…\")'), or CommandLine.Parse(text) if the text is a whole command line on purpose");

    internal static readonly DiagnosticDescriptor WrongTarget = Error(
        "PB0012",
        "The attribute's target is not a member of the right kind",
        "'{0}' is nothing that [{1}] can name here: {2}");

    internal static readonly DiagnosticDescriptor OutsideOrder = Error(
        "PB0013",
        "The task stands outside the declaration that orders the tasks",
        "The task '{0}' stands in another part of '{1}', so its place among the tasks is unknown: move it to the part {2}");

    internal static readonly DiagnosticDescriptor UnknownPattern = Warning(
        "PB0014",
        "The pattern names no group or host of the inventory given to the compiler",
        "'{0}' in the pattern is no group and no host of {1}{2}");

    internal static readonly DiagnosticDescriptor VariableNotGiven = Error(
        "PB0015",
        "The command line or an inventory cannot give the variable, and it has no default",
        "The variable '{0}' has no default and cannot be given {1}: {2}");

    internal static readonly DiagnosticDescriptor BlockJob = Error(
        "PB0016",
        "A block cannot be a job",
        "The block '{0}' runs its tasks one by one from the controller and cannot be a job: " +
        "write [Parallel] instead to go on beside it, or put [Async] on the tasks within it that take long");

    internal static readonly DiagnosticDescriptor NeverRuns = Warning(
        "PB0017",
        "Nothing can make the task run",
        "The task '{0}' never runs: {1}");

    internal static readonly DiagnosticDescriptor NameTaken = Error(
        "PB0018",
        "The name is taken",
        "The name '{0}' is taken: {1}");

    internal static readonly DiagnosticDescriptor MisplacedAttribute = Error(
        "PB0019",
        "The attribute cannot stand here",
        "[{0}] cannot stand on '{1}': {2}");

    internal static readonly DiagnosticDescriptor HiddenModule = Error(
        "PB0020",
        "The member hides a module in a shape that is no task",
        "'{0}' is no task: {1}");

    internal static readonly DiagnosticDescriptor NullableOff = Error(
        "PB0021",
        "Nullable annotations are off",
        "Nullable annotations are off at '{0}', so what may be skipped cannot be seen: " +
        "write '#nullable enable' above it, or <Nullable>enable</Nullable> in the project");

    internal static readonly DiagnosticDescriptor MutableState = Warning(
        "PB0022",
        "The playbook has mutable state",
        "'{0}' can change, but one instance of the playbook serves all hosts at once: {1}");

    internal static readonly DiagnosticDescriptor PartOrder = Error(
        "PB0023",
        "The task stands after [Rescue] or [Always]",
        "The task '{0}' stands {1}: tasks come first, then [Rescue], then [Always]; move it up");

    internal static readonly DiagnosticDescriptor CommandLineName = Error(
        "PB0024",
        "The name is one of the command line's own",
        "'{0}' would be {1} on the command line, which {2}: give it another name");

    internal static readonly DiagnosticDescriptor NoKey = Error(
        "PB0025",
        "The key is no name of a job",
        $"'{{0}}' cannot name a job: write letters, digits, '.', '_' and '-', at most {JobKey.LongestWritten}, beginning with a letter or a " +
        "digit, and without '..'");

    internal static readonly DiagnosticDescriptor ForgottenPublic = Warning(
        "PB0026",
        "The member is private, and nothing uses what it returns",
        "'{0}' is private, and nothing uses it: make it public to run it as a task, or take it away");

    internal static readonly DiagnosticDescriptor NoValue = Error(
        "PB0027",
        "The value means nothing",
        "{0} is no value of {1}: {2}");

    internal static readonly DiagnosticDescriptor NoShell = Warning(
        "PB0028",
        "Command runs no shell",
        "'{0}' is for a shell, and Command runs none: {1}");

    internal static readonly DiagnosticDescriptor UnreadableCommandLine = Error(
        "PB0029",
        "The command line cannot be split into a program and its arguments",
        "{0}");

    internal static readonly DiagnosticDescriptor OwnBlock = Error(
        "PB0030",
        "A block would run itself",
        "The task '{0}' would run '{1}' within itself, without end: return another block");

    internal static readonly DiagnosticDescriptor SiteMember = Error(
        "PB0031",
        "Sites hold playbooks, and playbooks hold tasks",
        "'{0}' {1}");

    internal static readonly DiagnosticDescriptor WholeObject = Warning(
        "PB0032",
        "The hole of a command line shows a whole object",
        "'{0}' is a '{1}', and its text is for people: write what is meant of it{2}");

    internal static readonly DiagnosticDescriptor HiddenReturn = Warning(
        "PB0033",
        "The member's type hides what it returns",
        "'{0}' gives '{1}', {2}");

    internal static readonly DiagnosticDescriptor NoTask = Warning(
        "PB0034",
        "The playbook has no task",
        "The {1} '{0}' has no task: its tasks are its public members that return modules, such as 'public Command Uptime => new(\"uptime\");'");

    internal static readonly DiagnosticDescriptor DoubleBraces = Warning(
        "PB0035",
        "The text has Ansible's braces",
        "Nothing is put in place of '{0}': {1}");

    internal static readonly DiagnosticDescriptor NoDollar = Warning(
        "PB0036",
        "The text has a name in braces, and no $ before it",
        "Nothing is put in place of '{0}': {1}");

    internal static readonly DiagnosticDescriptor NobodyLooks = Warning(
        "PB0037",
        "Nobody looks at how the run went",
        "Nobody looks at how {0} went: {1}");

    internal static readonly DiagnosticDescriptor UnknownName = Error(
        "PB0038",
        "The name is known to Ansible, or by a parameter",
        "There is no '{0}' here: {1}");

    internal static readonly DiagnosticDescriptor ForeignWord = Error(
        "PB0039",
        "The language has no such type or attribute",
        "'{0}' {1}");

    internal static readonly DiagnosticDescriptor NoModule = Warning(
        "PB0040",
        "The public member makes no module, and nothing uses it",
        "'{0}' {1}, so it is no task and never runs: return a module such as Command, {2}or make it private");

    internal static readonly DiagnosticDescriptor OpenHole = Error(
        "PB0041",
        "The hole cannot be only data where it stands",
        "The hole '{0}' {1}");

    internal static readonly DiagnosticDescriptor WritesItself = Warning(
        "PB0042",
        "The result writes itself",
        "Nothing calls this WriteProperties of '{0}': generated code writes and reads its properties, by their names; take the override away");

    internal static readonly DiagnosticDescriptor Unwritten = Warning(
        "PB0043",
        "What the result has cannot be written and read back",
        "'{0}' is neither written nor read back: {1}");

    internal const string Category = "Playbooks";

    private const string HelpRoot = "https://github.com/playbooks-dotnet/playbooks/blob/main/docs/rules/";

    /// <summary>Where a rule is explained.</summary>
    internal static string Page(string id) => $"{HelpRoot}{id}.md";

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Page(id));

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Page(id));
}
