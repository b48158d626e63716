using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Results;
using Playbooks.Generator.Model.Variables;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>Reads how the values of a type are written.</summary>
/// <param name="record">Reads a record, a structure or a tuple, and returns whether it can be created again.</param>
internal sealed class ValueReader(Func<INamedTypeSymbol, bool> record)
{
    /// <summary>The types whose values are one value in JSON, and the names of their formats.</summary>
    private static readonly Dictionary<string, string> _simple = new(StringComparer.Ordinal)
    {
        ["string"] = "Text",
        ["bool"] = "Flag",
        ["char"] = "Letter",
        ["System.TimeSpan"] = "Seconds",
        ["System.DateTimeOffset"] = "Time",
        ["System.DateTime"] = "ClockTime",
        ["System.DateOnly"] = "Day",
        ["System.TimeOnly"] = "TimeOfDay",
        ["System.Guid"] = "UniqueId",
        ["System.Uri"] = "Address",
        ["System.Net.IPAddress"] = "NetworkAddress",
        ["System.Version"] = "VersionNumber",
        ["System.Text.Json.JsonElement"] = "Json",
        [KnownTypes.Metadata(KnownTypes.Secret)] = "Secret",
    };

    private static readonly HashSet<string> _numbers = new(StringComparer.Ordinal)
    {
        "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "nint", "nuint", "float", "double", "decimal",
        "System.Half", "System.Int128", "System.UInt128",
    };

    /// <summary>The types of collections, and how these are created again.</summary>
    private static readonly Dictionary<string, CollectionKind> _items = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.IEnumerable<T>"] = CollectionKind.AsRead,
        ["System.Collections.Generic.IReadOnlyCollection<T>"] = CollectionKind.AsRead,
        ["System.Collections.Generic.IReadOnlyList<T>"] = CollectionKind.AsRead,
        ["System.Collections.Generic.ICollection<T>"] = CollectionKind.Expression,
        ["System.Collections.Generic.IList<T>"] = CollectionKind.Expression,
        ["System.Collections.Generic.List<T>"] = CollectionKind.Expression,
        ["System.Collections.Generic.HashSet<T>"] = CollectionKind.Expression,
        ["System.Collections.Generic.SortedSet<T>"] = CollectionKind.Expression,
        ["System.Collections.Generic.ISet<T>"] = CollectionKind.Set,
        ["System.Collections.Generic.IReadOnlySet<T>"] = CollectionKind.Set,
        ["System.Collections.Immutable.ImmutableArray<T>"] = CollectionKind.Expression,
        ["System.Collections.Immutable.ImmutableList<T>"] = CollectionKind.Expression,
        ["System.Collections.Immutable.ImmutableHashSet<T>"] = CollectionKind.Expression,
    };

    private static readonly Dictionary<string, CollectionKind> _maps = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>"] = CollectionKind.AsRead,
        ["System.Collections.Generic.IDictionary<TKey, TValue>"] = CollectionKind.AsRead,
        ["System.Collections.Generic.Dictionary<TKey, TValue>"] = CollectionKind.AsRead,
        ["System.Collections.Generic.SortedDictionary<TKey, TValue>"] = CollectionKind.SortedDictionary,
        ["System.Collections.Immutable.ImmutableDictionary<TKey, TValue>"] = CollectionKind.ImmutableDictionary,
    };

    /// <summary>Returns <see langword="null"/> if values of the type cannot be written.</summary>
    internal ValueModel? Read(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Around(ValueKind.OrNone, Read(nullable.TypeArguments[0]));
        }

        var value = ReadValue(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        return type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated ? Around(ValueKind.OrNull, value) : value;
    }

    /// <summary>Returns the value to use if the JSON does not contain one.</summary>
    internal static FallbackModel Missing(ITypeSymbol type, ValueModel? value) => value switch
    {
        _ when type.IsValueType => new(new ConstantModel(ConstantKind.Default)),
        { Kind: ValueKind.OrNull } => new(new ConstantModel(ConstantKind.Null)),
        { Kind: ValueKind.Simple, Type: "Text" } => new(new ConstantModel(ConstantKind.Text)),
        _ => new(Constant: null, value),
    };

    private static ValueModel? Around(ValueKind kind, ValueModel? value) =>
        value is null ? null : new(kind, "", default, new[] { value }.ToEquatableArray(), default);

    private ValueModel? ReadValue(ITypeSymbol type)
    {
        var name = TypeNames.Full(type);
        if (type is IArrayTypeSymbol array)
        {
            return !array.IsSZArray ? null
                : array.ElementType.SpecialType == SpecialType.System_Byte ? new(ValueKind.Simple, "Bytes")
                : ReadItems(name, CollectionKind.AsRead, array.ElementType);
        }

        if (type is not INamedTypeSymbol named || TaskShape.IsUnknown(type))
        {
            return null;
        }

        var definition = named.OriginalDefinition.ToDisplayString();
        return named switch
        {
            { TypeKind: TypeKind.Enum } => new(ValueKind.Name, name),
            _ when _simple.TryGetValue(definition, out var simple) => new(ValueKind.Simple, simple),
            _ when _numbers.Contains(definition) => new(ValueKind.Number, name),
            _ when _items.TryGetValue(definition, out var collection) => ReadItems(name, collection, named.TypeArguments[0]),
            _ when _maps.TryGetValue(definition, out var collection) => ReadMap(name, collection, named.TypeArguments[0], named.TypeArguments[1]),
            _ when ResultTypes.IsResult(named) => named.IsAbstract ? null : new(ValueKind.Result, name),
            _ => record(named) ? new(ValueKind.Record, name) : null,
        };
    }

    private ValueModel? ReadItems(string type, CollectionKind collection, ITypeSymbol item) => Read(item) is { } value
        ? new(ValueKind.Items, type, collection, new[] { value }.ToEquatableArray(), new[] { TypeNames.Full(item) }.ToEquatableArray())
        : null;

    private ValueModel? ReadMap(string type, CollectionKind collection, ITypeSymbol key, ITypeSymbol value) =>
        Read(key) is { } keys && Read(value) is { } values
            ? new(
                key.SpecialType == SpecialType.System_String ? ValueKind.Map : ValueKind.Entries,
                type,
                collection,
                new[] { keys, values }.ToEquatableArray(),
                new[] { TypeNames.Full(key), TypeNames.Full(value) }.ToEquatableArray())
            : null;
}
