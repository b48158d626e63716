using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Planning;

/// <summary>The value to which a parameter is bound.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Task">The earlier task, if the value comes from one.</param>
/// <param name="Type">The full name of the type, for typed host variables.</param>
internal sealed record Binding(BindingKind Kind, TaskSymbol? Task = null, string? Type = null);
