namespace Playbooks.Language.Results;

/// <summary>A property of a result that is written only if another property says that it has a value.</summary>
/// <param name="member">The name of the other property.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WrittenIfAttribute(string member) : Attribute
{
    /// <summary>The name of the other property.</summary>
    internal string Member { get; } = member;
}
