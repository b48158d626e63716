namespace Playbooks.Generator.Model.Results;

/// <summary>How a value is written.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Type">Its type, from <c>global::</c> on; of a simple one, the name of its format.</param>
/// <param name="Make">What makes it of its items, as an expression of <c>items</c>.</param>
/// <param name="Parts">What it is made of: the value that may be <see langword="null"/>, the items, or keys and values.</param>
/// <param name="PartTypes">The types of these, from <c>global::</c> on.</param>
internal sealed record ValueModel(ValueKind Kind, string Type, string Make, EquatableArray<ValueModel> Parts, EquatableArray<string> PartTypes)
{
    internal ValueModel(ValueKind kind, string type)
        : this(kind, type, "", default, default)
    {
    }
}
