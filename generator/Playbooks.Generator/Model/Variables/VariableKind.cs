namespace Playbooks.Generator.Model.Variables;

/// <summary>How a variable is read from a text.</summary>
internal enum VariableKind
{
    /// <summary>By its type.</summary>
    Parsed,

    /// <summary>As a member of an enum, by its name.</summary>
    Enum,

    /// <summary>As a secret: from a file, and never shown.</summary>
    Secret,
}
