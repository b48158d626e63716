namespace Playbooks.TestRun;

/// <summary>A test that has ended, and how long it took.</summary>
internal sealed record EndedTest(string Name, string DisplayName, double Seconds);
