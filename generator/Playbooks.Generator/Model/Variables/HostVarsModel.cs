namespace Playbooks.Generator.Model.Variables;

/// <summary>A <c>[HostVars]</c> record without errors, with all decisions that its generated file needs.</summary>
/// <param name="HintName">The generated file's name, unique in its compilation even if case is ignored.</param>
/// <param name="Namespace">Its namespace; <see langword="null"/> for the global one.</param>
/// <param name="Containers">The types around it, outermost first.</param>
/// <param name="Name">Its name.</param>
/// <param name="FullName">Its full name.</param>
/// <param name="Outline">The name of the table of its variables.</param>
/// <param name="Variables">Its variables, in order.</param>
/// <param name="DisabledWarnings">The warnings that generated code would cause by using the user's members.</param>
internal sealed record HostVarsModel(
    string HintName,
    string? Namespace,
    EquatableArray<PartModel> Containers,
    string Name,
    string FullName,
    string Outline,
    EquatableArray<VariableModel> Variables,
    EquatableArray<string> DisabledWarnings);
