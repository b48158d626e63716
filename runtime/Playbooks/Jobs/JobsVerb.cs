namespace Playbooks.Jobs;

/// <summary>A command of <c>PROGRAM jobs</c>.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="Arguments">The arguments after the name, for people.</param>
/// <param name="Summary">What the command does.</param>
internal sealed record JobsVerb(string Name, string Arguments, string Summary)
{
    internal static ProgramOption Follow { get; } = new("--follow", "-f", null, "go on to the job's end");

    internal static ProgramOption Lines { get; } = new(
        "--lines", "-n", "N", "how many of the last lines come first, or 'all' (default: 10; never more than the last MiB)");

    internal static ProgramOption Raw { get; } = new(
        "--raw", null, null, "byte by byte, also to a terminal: what would steer it is shown as \\e and the like else");

    internal static ProgramOption OlderThan { get; } = new("--older-than", null, "TIME", "how long ago they must have ended: 90, 5m, 2h, 1d (default: 1d)");

    internal static JobsVerb List { get; } = new("list", "", "the jobs that are there");

    internal static JobsVerb Show { get; } = new("show", "ID …", "all that is known of jobs, and their last lines") { MostIds = int.MaxValue };

    internal static JobsVerb Tail { get; } = new("tail", "ID [-f] [-n N]", "what a job prints") { MostIds = 1, Options = [Follow, Lines, Raw] };

    internal static JobsVerb Wait { get; } = new("wait", "ID …", "wait for jobs to end; 2 if one did not succeed") { MostIds = int.MaxValue };

    internal static JobsVerb Cancel { get; } = new("cancel", "ID …", "end jobs; they are gone when this returns") { MostIds = int.MaxValue };

    internal static JobsVerb Clean { get; } = new("clean", "[--older-than 1d]", "remove what ended jobs have left") { Options = [OlderThan] };

    internal static IReadOnlyList<JobsVerb> All { get; } = [List, Show, Tail, Wait, Cancel, Clean];

    /// <summary>The maximum number of ids. If it is not 0, at least one id is required.</summary>
    internal int MostIds { get; private init; }

    /// <summary>The command's own options.</summary>
    internal IReadOnlyList<ProgramOption> Options { get; private init; } = [];

    /// <summary>All options of the command. If two have the same short name, its own option keeps it.</summary>
    internal IReadOnlyList<ProgramOption> AllOptions =>
    [
        .. Options,
        .. ProgramOption.All
            .Except(ProgramOption.OfTasks)
            .Select(option => Options.Any(own => own.Short == option.Short && own.Short is not null) ? option with { Short = null } : option),
    ];
}
