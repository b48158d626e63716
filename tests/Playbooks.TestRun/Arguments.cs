namespace Playbooks.TestRun;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Arguments
{
    /// <summary>The suites that were named; none means all.</summary>
    internal required IReadOnlyList<string> Suites { get; init; }

    internal required bool IsUnitOnly { get; init; }

    internal required string? Pattern { get; init; }

    internal required bool IsFailed { get; init; }

    internal required bool IsChanged { get; init; }

    /// <summary>The commit behind <c>--changed</c>, where one was named.</summary>
    internal required string? Commit { get; init; }

    internal required int? Rounds { get; init; }

    /// <summary>The class behind <c>--repeat</c>.</summary>
    internal required string? Class { get; init; }

    internal required string? Seed { get; init; }

    internal required bool IsAll { get; init; }

    internal required bool IsHelp { get; init; }

    /// <summary>Whether <c>tests/run</c> asks what has to be installed, before anything is built.</summary>
    internal required bool AsksForNeeds { get; init; }

    /// <summary>What has to be installed: <c>nothing</c>, what tests that need a <c>process</c> use, or what a <c>host</c> of the lab uses as well.</summary>
    internal string Needs =>
        IsUnitOnly ? "nothing"
        : Suites.Count == 0 || Suites.Contains("ssh") ? "host"
        : "process";
}
