using Playbooks.Generator.Model.Variables;

namespace Playbooks.Generator.Model.Results;

/// <summary>The value to use if the JSON does not contain one.</summary>
/// <param name="Constant">A constant; <see langword="null"/> for the empty value of the type.</param>
/// <param name="Value">The type whose empty value it is; <see langword="null"/> if values of the type cannot be written.</param>
internal sealed record FallbackModel(ConstantModel? Constant, ValueModel? Value = null);
