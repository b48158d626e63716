namespace Playbooks.Generator.Model.Results;

/// <summary>What a constructor takes.</summary>
/// <param name="Property">The name of the property that it becomes.</param>
/// <param name="Fallback">What it is where nothing is there to be read.</param>
internal sealed record ArgumentModel(string Property, FallbackModel Fallback);
