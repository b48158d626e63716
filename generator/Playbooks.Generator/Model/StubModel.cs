namespace Playbooks.Generator.Model;

/// <summary>The members of a block with errors that other code may use.</summary>
/// <param name="HintName">The generated file's name.</param>
/// <param name="Namespace">Its namespace; <see langword="null"/> for the global one.</param>
/// <param name="Containers">The types around it, outermost first.</param>
/// <param name="Part">The block, which need not be a record.</param>
/// <param name="HidesResults">Whether a base record has a <c>Results</c> already.</param>
/// <param name="Results">The known properties of its results.</param>
/// <param name="DisabledWarnings">The warnings that generated code would cause by naming the user's members.</param>
internal sealed record StubModel(
    string HintName,
    string? Namespace,
    EquatableArray<PartModel> Containers,
    PartModel Part,
    bool HidesResults,
    EquatableArray<StubResult> Results,
    EquatableArray<string> DisabledWarnings);
