namespace Playbooks.Generator.Model.Variables;

/// <summary>A constant, such as the default of a parameter.</summary>
/// <param name="Kind">The kind of constant.</param>
/// <param name="Value">The string or character itself, the number in the invariant culture, or the name of the enum's member.</param>
/// <param name="Enum">The full name of the enum, if the constant is one of its values.</param>
internal sealed record ConstantModel(ConstantKind Kind, string Value = "", string? Enum = null);
