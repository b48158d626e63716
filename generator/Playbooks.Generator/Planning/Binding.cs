using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Planning;

/// <summary>What a parameter is bound to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Task">The earlier task, if it comes from one.</param>
/// <param name="Type">The type of host variables, as code, if it is one.</param>
internal sealed record Binding(BindingKind Kind, TaskSymbol? Task = null, string? Type = null);
