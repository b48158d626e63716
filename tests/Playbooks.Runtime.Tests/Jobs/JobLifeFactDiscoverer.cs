using Xunit.Sdk;
using Xunit.v3;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>Finds a fact only in the classes of the shells under which this run shows it.</summary>
public sealed class JobLifeFactDiscoverer : FactDiscoverer
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        JobLife.IsTaken(testMethod)
            ? base.Discover(discoveryOptions, testMethod, factAttribute)
            : ValueTask.FromResult<IReadOnlyCollection<IXunitTestCase>>([]);
}
