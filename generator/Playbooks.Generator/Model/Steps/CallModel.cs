namespace Playbooks.Generator.Model.Steps;

/// <summary>The call of a member of the record.</summary>
/// <param name="Member">The member.</param>
/// <param name="IsMethod">Whether it takes arguments.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="IsHidden">Whether a local has the same name as the member.</param>
/// <param name="StaticIn">The full name of the type, for a static member.</param>
internal sealed record CallModel(string Member, bool IsMethod, EquatableArray<SourceModel> Arguments, bool IsHidden, string? StaticIn);
