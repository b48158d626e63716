using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>A run whose outcome is thrown away.</summary>
/// <param name="Place">Where it is called.</param>
/// <param name="What">What is run.</param>
/// <param name="Advice">What follows, and what to write.</param>
internal sealed record LostRun(Location Place, string What, string Advice);
