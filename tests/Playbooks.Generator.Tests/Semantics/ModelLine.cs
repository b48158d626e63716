namespace Playbooks.Generator.Tests.Semantics;

/// <summary>What reaches the host, in the reference model.</summary>
/// <param name="At">When.</param>
/// <param name="Flow">In which flow.</param>
/// <param name="Text">What.</param>
internal sealed record ModelLine(TimeSpan At, string Flow, string Text);
