namespace Playbooks.Generator.Model;

/// <summary>A program that has no entry point of its own.</summary>
/// <param name="Playbooks">The full names of its playbooks, in ordinal order.</param>
/// <param name="DisabledWarnings">The warnings that generated code would cause by naming these playbooks.</param>
internal sealed record ProgramModel(EquatableArray<string> Playbooks, EquatableArray<string> DisabledWarnings);
