namespace Playbooks.Jobs;

/// <summary>A command of <c>PROGRAM jobs</c>.</summary>
/// <param name="Name">The command's name.</param>
/// <param name="Arguments">The arguments after the name, for people.</param>
/// <param name="Summary">What the command does.</param>
internal sealed record JobsVerb(string Name, string Arguments, string Summary)
{
    internal static ProgramOption Follow { get; } = new("--follow", "-f", null, "keep printing until the job ends");

    internal static ProgramOption Lines { get; } = new(
        "--lines", "-n", "N", "print the last N lines (from the last MiB at most), or 'all' (default: 10)");

    internal static ProgramOption Raw { get; } = new(
        "--raw", null, null, "print the exact bytes even to a terminal; without --raw, control characters are printed in a form such as \\e");

    internal static ProgramOption OlderThan { get; } = new(
        "--older-than", null, "TIME", "remove only jobs that ended at least this long ago: 90 (seconds), 5m, 2h, 1d (default: 1d)");

    internal static JobsVerb List { get; } = new("list", "", "list the jobs");

    internal static JobsVerb Show { get; } = new("show", "ID …", "show the properties of jobs, and the last lines that they printed")
    {
        MostIds = int.MaxValue,
    };

    internal static JobsVerb Tail { get; } = new("tail", "ID [-f] [-n N]", "print the output of a job") { MostIds = 1, Options = [Follow, Lines, Raw] };

    internal static JobsVerb Wait { get; } = new("wait", "ID …", "wait until jobs end; the exit code is 2 if one did not succeed") { MostIds = int.MaxValue };

    internal static JobsVerb Cancel { get; } = new("cancel", "ID …", "end jobs, and wait until they have ended") { MostIds = int.MaxValue };

    internal static JobsVerb Clean { get; } = new("clean", "[--older-than 1d]", "remove the files of jobs that have ended") { Options = [OlderThan] };

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
