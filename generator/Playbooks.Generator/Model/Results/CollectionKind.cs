namespace Playbooks.Generator.Model.Results;

/// <summary>What several values become when they were read.</summary>
internal enum CollectionKind
{
    /// <summary>What they are read as: an array, or a dictionary.</summary>
    AsRead,

    /// <summary>What a collection expression makes.</summary>
    Expression,

    /// <summary>A <see cref="HashSet{T}"/>, where the type is an interface of it.</summary>
    Set,

    /// <summary>A <see cref="SortedDictionary{TKey, TValue}"/>.</summary>
    SortedDictionary,

    /// <summary>An immutable dictionary.</summary>
    ImmutableDictionary,
}
