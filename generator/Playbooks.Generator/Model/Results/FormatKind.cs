namespace Playbooks.Generator.Model.Results;

/// <summary>The kinds of types with properties.</summary>
internal enum FormatKind
{
    /// <summary>A type of results, which have more than their own.</summary>
    Result,

    /// <summary>Another record.</summary>
    Record,

    /// <summary>A structure, which may hold <see langword="null"/> where its type says that there is none.</summary>
    Structure,

    /// <summary>A tuple, which has no constructor.</summary>
    Tuple,
}
