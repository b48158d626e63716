using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Planning;

/// <summary>What a parameter is bound to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Task">The earlier task, if it comes from one.</param>
/// <param name="Type">The full name of the type of host variables, if it is one.</param>
internal sealed record Binding(BindingKind Kind, TaskSymbol? Task = null, string? Type = null);
