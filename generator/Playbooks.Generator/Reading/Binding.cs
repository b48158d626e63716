namespace Playbooks.Generator.Reading;

/// <summary>What a parameter is bound to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Task">The earlier task, if it comes from one.</param>
internal sealed record Binding(BindingKind Kind, TaskSymbol? Task = null);
