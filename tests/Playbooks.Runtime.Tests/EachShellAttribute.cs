using System.Reflection;
using Playbooks.Runtime.Tests.Connections;
using Playbooks.Runtime.Tests.Modules;
using Xunit.Sdk;
using Xunit.v3;

namespace Playbooks.Runtime.Tests;

/// <summary>
/// Gives a theory the shells that a host's <c>/bin/sh</c> may be. A normal run takes two for each test: dash, and another one that
/// the seed and the test's name choose.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachShellAttribute : DataAttribute
{
    /// <summary>Whether the shells are given by their paths. By default it is by their names.</summary>
    public bool AsPath { get; set; }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var shells = AsPath ? Shells.Every : TestShell.Every;
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [.. SampledShells.Of(shells, $"{testMethod.DeclaringType!.Name}.{testMethod.Name}").Select(shell => new TheoryDataRow(shell))]);
    }
}
