namespace Playbooks.TestRun;

/// <summary>A test that failed, as it is kept for <c>--failed</c>.</summary>
/// <param name="Suite">The short name of its suite.</param>
/// <param name="Name">Its <c>Namespace.Class.Method</c>, or <see cref="WholeSuite"/>.</param>
internal sealed record FailedTest(string Suite, string Name)
{
    /// <summary>Stands for every test of a suite: something failed there that was no test.</summary>
    internal const string WholeSuite = "*";
}
