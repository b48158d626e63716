namespace Playbooks.Generator.Model.Variables;

/// <summary>How a variable is read from a text.</summary>
internal enum VariableKind
{
    /// <summary>By its type.</summary>
    Parsed,

    /// <summary>By the names of an enum.</summary>
    Enum,

    /// <summary>From a file, and never shown.</summary>
    Secret,
}
