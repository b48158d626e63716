namespace Playbooks.Generator.Model.Results;

/// <summary>How the records of a type are written and read back.</summary>
/// <param name="Type">The full name of the type.</param>
/// <param name="Name">The name of its format, unless another format has that name.</param>
/// <param name="Kind">The kind of type.</param>
/// <param name="Arguments">The parameters of its constructor, in order.</param>
/// <param name="Properties">The properties that are written, in order, and those that must be set.</param>
internal sealed record FormatModel(
    string Type, string Name, FormatKind Kind, EquatableArray<ArgumentModel> Arguments, EquatableArray<PropertyModel> Properties);
