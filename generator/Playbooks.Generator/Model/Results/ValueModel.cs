namespace Playbooks.Generator.Model.Results;

/// <summary>How a value is written.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Type">The full name of its type, or the name of the format for a simple value.</param>
/// <param name="Collection">The collection that several values become.</param>
/// <param name="Parts">The values in it: the one that may be <see langword="null"/>, the items, or the keys and values.</param>
/// <param name="PartTypes">The full names of the types of the parts.</param>
internal sealed record ValueModel(
    ValueKind Kind, string Type, CollectionKind Collection, EquatableArray<ValueModel> Parts, EquatableArray<string> PartTypes)
{
    internal ValueModel(ValueKind kind, string type)
        : this(kind, type, default, default, default)
    {
    }
}
