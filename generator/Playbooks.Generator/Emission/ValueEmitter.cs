using Playbooks.Generator.Model.Results;

namespace Playbooks.Generator.Emission;

/// <summary>Prints how the values of a type are written and read back, and which value replaces a missing one.</summary>
internal static class ValueEmitter
{
    internal const string Formats = "global::Playbooks.Generated.ValueFormat";
    private const string Collections = "global::System.Collections.Generic";

    /// <summary>The format of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">The names of the formats of records.</param>
    internal static string Format(ValueModel value, Dictionary<string, string> names)
    {
        var parts = value.Parts.Select(part => Format(part, names)).ToList();
        var types = value.PartTypes;
        return value.Kind switch
        {
            ValueKind.Simple => $"{Formats}.{value.Type}",
            ValueKind.Number => $"{Formats}.Number<{value.Type}>()",
            ValueKind.Name => $"{Formats}.Name<{value.Type}>()",
            ValueKind.OrNull => $"{Formats}.OrNull({parts[0]})",
            ValueKind.OrNone => $"{Formats}.OrNone({parts[0]})",
            ValueKind.Items => $"{Formats}.Items<{value.Type}, {types[0]}>({parts[0]}, static items => {Made(value, "items")})",
            ValueKind.Map => $"{Formats}.Map<{value.Type}, {types[1]}>({parts[1]}, static items => {Made(value, "items")})",
            ValueKind.Entries => $"{Formats}.Items<{value.Type}, {Collections}.KeyValuePair<{types[0]}, {types[1]}>>" +
                $"({Formats}.Entry({parts[0]}, {parts[1]}), static items => {Made(value, Dictionary(value, "items"))})",
            ValueKind.Result => $"{Formats}.Result<{value.Type}>()",
            _ => $"{names[value.Type]}.Instance",
        };
    }

    /// <summary>Returns the value that replaces a missing one.</summary>
    internal static string Fallback(FallbackModel fallback) => fallback switch
    {
        { Constant: { } constant } => Constants.Of(constant),
        { Value: { Kind: ValueKind.Items, Collection: CollectionKind.Set } value } => Made(value, ""),
        { Value.Kind: ValueKind.Items } => "[]",
        { Value: { Kind: ValueKind.Map or ValueKind.Entries } value } => value.Collection switch
        {
            CollectionKind.AsRead => Dictionary(value, ""),
            CollectionKind.SortedDictionary => Made(value, ""),
            _ => "null!",
        },
        _ => "null!",
    };

    /// <summary>Returns the collection of the items that were read.</summary>
    private static string Made(ValueModel value, string items) => value.Collection switch
    {
        CollectionKind.Expression => $"[.. {items}]",
        CollectionKind.Set => $"new {Collections}.HashSet<{value.PartTypes[0]}>({items})",
        CollectionKind.SortedDictionary => $"new {Collections}.SortedDictionary<{value.PartTypes[0]}, {value.PartTypes[1]}>({items})",
        CollectionKind.ImmutableDictionary => $"global::System.Collections.Immutable.ImmutableDictionary.ToImmutableDictionary({items})",
        _ => items,
    };

    private static string Dictionary(ValueModel value, string items) =>
        $"new {Collections}.Dictionary<{value.PartTypes[0]}, {value.PartTypes[1]}>({items})";
}
