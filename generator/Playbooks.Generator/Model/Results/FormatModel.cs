namespace Playbooks.Generator.Model.Results;

/// <summary>How the records of a type are written and read back.</summary>
/// <param name="Type">The full name of the type.</param>
/// <param name="Name">What its format is called, unless another is called so.</param>
/// <param name="Kind">What kind of type it is.</param>
/// <param name="Arguments">What its constructor takes, in order.</param>
/// <param name="Properties">What is written, in order, and what must be given.</param>
internal sealed record FormatModel(
    string Type, string Name, FormatKind Kind, EquatableArray<ArgumentModel> Arguments, EquatableArray<PropertyModel> Properties);
