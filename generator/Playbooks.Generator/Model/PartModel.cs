namespace Playbooks.Generator.Model;

/// <summary>A partial type of which one declaration is generated.</summary>
/// <param name="Kind">The kind of type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">The names of its type parameters.</param>
internal sealed record PartModel(PartKind Kind, string Name, EquatableArray<string> Parameters);
