namespace Playbooks.Execution;

/// <summary>What a host says that is asked for its facts.</summary>
/// <param name="Facts">Its facts.</param>
/// <param name="WhyNot">Why it does not tell them; <see langword="null"/> where it does.</param>
internal sealed record FactsAnswer(Facts? Facts, string? WhyNot = null);
