namespace Playbooks.Generator.Model.Results;

/// <summary>The collection that is created from the values that were read.</summary>
internal enum CollectionKind
{
    /// <summary>The array or dictionary as which they are read.</summary>
    AsRead,

    /// <summary>The result of a collection expression.</summary>
    Expression,

    /// <summary>A <see cref="HashSet{T}"/>, if the type is an interface of it.</summary>
    Set,

    /// <summary>A <see cref="SortedDictionary{TKey, TValue}"/>.</summary>
    SortedDictionary,

    /// <summary>An immutable dictionary.</summary>
    ImmutableDictionary,
}
