namespace Playbooks.Runtime.Tests;

/// <summary>The shells that a normal run takes: the first of a list, which is dash, and one of the others.</summary>
internal static class SampledShells
{
    /// <param name="shells">Every shell, dash first.</param>
    /// <param name="test">The name of the test, so that each test meets another shell.</param>
    internal static IEnumerable<T> Of<T>(IReadOnlyList<T> shells, string test) => [shells[0], .. Sample.Of([.. shells.Skip(1)], 1, test)];
}
