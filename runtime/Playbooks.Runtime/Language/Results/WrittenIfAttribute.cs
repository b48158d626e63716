namespace Playbooks.Language.Results;

/// <summary>A property of a result that is written only where another says that there is something.</summary>
/// <param name="member">The name of the property that says so.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WrittenIfAttribute(string member) : Attribute
{
    /// <summary>The name of the property that says so.</summary>
    internal string Member { get; } = member;
}
