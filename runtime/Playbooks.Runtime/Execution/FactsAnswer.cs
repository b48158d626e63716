namespace Playbooks.Execution;

/// <summary>A host's answer to the request for its facts.</summary>
/// <param name="Facts">The facts; <see langword="null"/> if the host does not report them.</param>
/// <param name="WhyNot">Why the host does not report its facts; <see langword="null"/> if it does.</param>
internal sealed record FactsAnswer(Facts? Facts, string? WhyNot = null);
