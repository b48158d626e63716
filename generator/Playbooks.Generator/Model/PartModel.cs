namespace Playbooks.Generator.Model;

/// <summary>A type that is written in several parts, one of them ours.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">The names of its type parameters.</param>
internal sealed record PartModel(PartKind Kind, string Name, EquatableArray<string> Parameters);
