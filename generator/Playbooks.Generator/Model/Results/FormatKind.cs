namespace Playbooks.Generator.Model.Results;

/// <summary>The kinds of types with properties.</summary>
internal enum FormatKind
{
    /// <summary>A result type, which also has the properties of every result.</summary>
    Result,

    /// <summary>Another record.</summary>
    Record,

    /// <summary>A structure, which may contain <see langword="null"/> although its type excludes it.</summary>
    Structure,

    /// <summary>A tuple, which has no constructor.</summary>
    Tuple,
}
