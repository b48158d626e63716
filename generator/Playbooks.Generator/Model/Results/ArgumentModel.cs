namespace Playbooks.Generator.Model.Results;

/// <summary>A parameter of a constructor.</summary>
/// <param name="Property">The name of the property that it sets.</param>
/// <param name="Fallback">The value if the JSON does not contain the property.</param>
internal sealed record ArgumentModel(string Property, FallbackModel Fallback);
