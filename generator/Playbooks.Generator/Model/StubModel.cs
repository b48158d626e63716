namespace Playbooks.Generator.Model;

/// <summary>What others may name of a block in which something is wrong.</summary>
/// <param name="HintName">The generated file's name.</param>
/// <param name="Namespace">Its namespace; <see langword="null"/> for the global one.</param>
/// <param name="Containers">The types around it, outermost first.</param>
/// <param name="Part">The block, which need not be a record.</param>
/// <param name="HidesResults">Whether a base record has a <c>Results</c> already.</param>
/// <param name="Results">What is known of the results.</param>
/// <param name="DisabledWarnings">The warnings that naming the user's own members would bring into generated code.</param>
internal sealed record StubModel(
    string HintName,
    string? Namespace,
    EquatableArray<PartModel> Containers,
    PartModel Part,
    bool HidesResults,
    EquatableArray<StubResult> Results,
    EquatableArray<string> DisabledWarnings);
