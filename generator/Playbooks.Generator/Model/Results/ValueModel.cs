namespace Playbooks.Generator.Model.Results;

/// <summary>How a value is written.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Type">Its type's full name; of a simple one, the name of its format.</param>
/// <param name="Collection">What several become.</param>
/// <param name="Parts">What it is made of: the value that may be <see langword="null"/>, the items, or keys and values.</param>
/// <param name="PartTypes">The full names of the types of these.</param>
internal sealed record ValueModel(
    ValueKind Kind, string Type, CollectionKind Collection, EquatableArray<ValueModel> Parts, EquatableArray<string> PartTypes)
{
    internal ValueModel(ValueKind kind, string type)
        : this(kind, type, default, default, default)
    {
    }
}
