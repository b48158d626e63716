using Playbooks.Generator.Model.Variables;

namespace Playbooks.Generator.Model.Results;

/// <summary>What stands for a value that is not there.</summary>
/// <param name="Constant">A constant; <see langword="null"/> for the emptiest value.</param>
/// <param name="Value">Of which values it is the emptiest; <see langword="null"/> where they cannot be written.</param>
internal sealed record FallbackModel(ConstantModel? Constant, ValueModel? Value = null);
