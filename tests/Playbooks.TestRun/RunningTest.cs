namespace Playbooks.TestRun;

/// <summary>A test that has begun.</summary>
/// <param name="Name">Its <c>Namespace.Class.Method</c>.</param>
/// <param name="DisplayName">Its name, with its arguments if it has any.</param>
/// <param name="Began">When it began.</param>
internal sealed record RunningTest(string Name, string DisplayName, DateTimeOffset Began);
