namespace Playbooks.Generator.Model.Variables;

/// <summary>A constant, such as the default of a parameter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The text or letter itself, the number as it is written everywhere, or the name of the enum's member.</param>
/// <param name="Enum">The full name of the enum, if it is of one.</param>
internal sealed record ConstantModel(ConstantKind Kind, string Value = "", string? Enum = null);
