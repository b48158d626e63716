namespace Playbooks.Generator.Model.Steps;

/// <summary>The call of a member of the record.</summary>
/// <param name="Member">The member.</param>
/// <param name="IsMethod">Whether it takes arguments.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="IsHidden">Whether a local has its name.</param>
/// <param name="StaticIn">The full name of the type of which it is a static member.</param>
internal sealed record CallModel(string Member, bool IsMethod, EquatableArray<SourceModel> Arguments, bool IsHidden, string? StaticIn);
