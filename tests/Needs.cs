using Xunit.v3;

namespace Playbooks;

/// <summary>What a test class needs besides the .NET runtime. Classes without this attribute are unit tests: <c>tests/run unit</c> runs them.</summary>
/// <param name="need"><c>process</c> for shells and other programs on this machine, <c>host</c> for the lab.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class)]
public sealed class NeedsAttribute(string need) : Attribute, ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create("Needs", need)];
}
