namespace Playbooks.Generator.Model.Variables;

/// <summary>A <c>[HostVars]</c> record that is legal, with every decision made that its generated file needs.</summary>
/// <param name="HintName">The generated file's name, unique in its compilation whatever the case.</param>
/// <param name="Namespace">Its namespace; <see langword="null"/> for the global one.</param>
/// <param name="Containers">The types around it, outermost first.</param>
/// <param name="Name">Its name.</param>
/// <param name="FullName">Its full name.</param>
/// <param name="Outline">What the table of its variables is called.</param>
/// <param name="Variables">Its variables, in order.</param>
/// <param name="DisabledWarnings">The warnings that using the user's own members would bring into generated code.</param>
internal sealed record HostVarsModel(
    string HintName,
    string? Namespace,
    EquatableArray<PartModel> Containers,
    string Name,
    string FullName,
    string Outline,
    EquatableArray<VariableModel> Variables,
    EquatableArray<string> DisabledWarnings);
