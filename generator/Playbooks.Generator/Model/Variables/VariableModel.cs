namespace Playbooks.Generator.Model.Variables;

/// <summary>A variable that the command line or an inventory can set.</summary>
/// <param name="Member">The property's name.</param>
/// <param name="Option">The name of the option, or of the variable in the inventory.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="IsList">Whether the variable is a list.</param>
/// <param name="ItemType">The full name of the type to which one text is parsed.</param>
/// <param name="Type">The full name of the property's type.</param>
/// <param name="Place">How its value is set.</param>
/// <param name="IsRequired">Whether it must be set.</param>
/// <param name="Default">Its default.</param>
/// <param name="ShownDefault">Its default, for people.</param>
/// <param name="Summary">Its documentation.</param>
internal sealed record VariableModel(
    string Member,
    string Option,
    VariableKind Kind,
    bool IsList,
    string ItemType,
    string Type,
    VariablePlace Place,
    bool IsRequired,
    ConstantModel? Default,
    string? ShownDefault,
    string? Summary);
