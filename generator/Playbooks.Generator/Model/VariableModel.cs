namespace Playbooks.Generator.Model;

/// <summary>A variable that the command line or an inventory can give.</summary>
/// <param name="Member">The property's name, as text.</param>
/// <param name="Identifier">The property's name, as code.</param>
/// <param name="Option">The name of the option, or of the variable in the inventory.</param>
/// <param name="Factory">The method of <c>Variable</c> that makes it.</param>
/// <param name="ItemType">What one text is parsed to.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Place">Where its value goes.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Default">Its default, as code.</param>
/// <param name="ShownDefault">Its default, for people.</param>
/// <param name="Summary">Its documentation.</param>
internal sealed record VariableModel(
    string Member,
    string Identifier,
    string Option,
    string Factory,
    string ItemType,
    string Type,
    VariablePlace Place,
    bool IsRequired,
    string? Default,
    string? ShownDefault,
    string? Summary);
