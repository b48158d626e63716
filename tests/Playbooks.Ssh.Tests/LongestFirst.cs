using Xunit.Sdk;
using Xunit.v3;

namespace Playbooks.Ssh.Tests;

/// <summary>Starts the classes first that wait longest, so that no long one is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] _longest =
        ["UnreachableTests", "ExamplesOnHostsTests", "ExamplesOnThisMachineTests", "JobsCommandTests", "BuiltByUsersTests", "LossTests"];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(Place)];

    // A class without a collection of its own name has one that is named after it.
    private static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection =>
        Array.FindIndex(_longest, name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal)) is >= 0 and var place
            ? place
            : _longest.Length;
}
