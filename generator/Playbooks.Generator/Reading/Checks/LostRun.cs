using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>A run whose result is not used.</summary>
/// <param name="Place">The place of the call.</param>
/// <param name="What">The playbook or program that runs.</param>
/// <param name="Advice">The consequence, and what to write.</param>
internal sealed record LostRun(Location Place, string What, string Advice);
