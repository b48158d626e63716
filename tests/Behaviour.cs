using Xunit.v3;

namespace Playbooks;

/// <summary>The numbers of the acceptance list of background jobs that a test shows.</summary>
/// <param name="numbers">The numbers: <c>36</c>, <c>U3</c>, <c>C</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class BehaviourAttribute(params string[] numbers) : Attribute, ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. numbers.Select(number => KeyValuePair.Create("Behaviour", number))];
}
