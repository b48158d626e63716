using System.Collections.Immutable;

namespace Playbooks.Generator.Model;

internal static class EquatableArrays
{
    internal static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new(items.ToImmutableArray());
}
