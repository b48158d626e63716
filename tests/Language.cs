using Xunit.v3;

namespace Playbooks;

/// <summary>The rows of <c>docs/language.md</c> that a test shows.</summary>
/// <param name="rows">Their ids: <c>A5</c>, <c>F16</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LanguageAttribute(params string[] rows) : Attribute, ITraitAttribute
{
    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [.. rows.Select(row => KeyValuePair.Create("Language", row))];
}
