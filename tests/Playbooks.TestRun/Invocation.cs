namespace Playbooks.TestRun;

/// <summary>One process of a suite.</summary>
/// <param name="Name">What it is called in reports and folders.</param>
/// <param name="Suite">The suite.</param>
/// <param name="Filters">The arguments that choose its tests; none chooses all.</param>
internal sealed record Invocation(string Name, Suite Suite, IReadOnlyList<string> Filters);
