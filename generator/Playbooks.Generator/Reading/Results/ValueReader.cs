using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;
using Playbooks.Generator.Model.Results;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>Reads how the values of a type are written.</summary>
/// <param name="record">Reads a record, a structure or a tuple; tells whether it can be made again.</param>
internal sealed class ValueReader(Func<INamedTypeSymbol, bool> record)
{
    private const string Same = "items";
    private const string Spread = "[.. items]";

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

    /// <summary>The types of several values, and what makes them of an array.</summary>
    private static readonly Dictionary<string, string> _items = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.IEnumerable<T>"] = Same,
        ["System.Collections.Generic.IReadOnlyCollection<T>"] = Same,
        ["System.Collections.Generic.IReadOnlyList<T>"] = Same,
        ["System.Collections.Generic.ICollection<T>"] = Spread,
        ["System.Collections.Generic.IList<T>"] = Spread,
        ["System.Collections.Generic.List<T>"] = Spread,
        ["System.Collections.Generic.HashSet<T>"] = Spread,
        ["System.Collections.Generic.SortedSet<T>"] = Spread,
        ["System.Collections.Generic.ISet<T>"] = "new global::System.Collections.Generic.HashSet<{0}>(items)",
        ["System.Collections.Generic.IReadOnlySet<T>"] = "new global::System.Collections.Generic.HashSet<{0}>(items)",
        ["System.Collections.Immutable.ImmutableArray<T>"] = Spread,
        ["System.Collections.Immutable.ImmutableList<T>"] = Spread,
        ["System.Collections.Immutable.ImmutableHashSet<T>"] = Spread,
    };

    private static readonly Dictionary<string, string> _maps = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>"] = "",
        ["System.Collections.Generic.IDictionary<TKey, TValue>"] = "",
        ["System.Collections.Generic.Dictionary<TKey, TValue>"] = "",
        ["System.Collections.Generic.SortedDictionary<TKey, TValue>"] = "new global::System.Collections.Generic.SortedDictionary<{0}, {1}>({2})",
        ["System.Collections.Immutable.ImmutableDictionary<TKey, TValue>"] =
            "global::System.Collections.Immutable.ImmutableDictionary.ToImmutableDictionary({2})",
    };

    /// <summary><see langword="null"/> where they cannot be written.</summary>
    internal ValueModel? Read(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Around(ValueKind.OrNone, Read(nullable.TypeArguments[0]));
        }

        var value = ReadValue(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        return type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated ? Around(ValueKind.OrNull, value) : value;
    }

    /// <summary>What stands for a value that is not there, as code.</summary>
    internal static string Missing(ITypeSymbol type, ValueModel? value) => value switch
    {
        _ when type.IsValueType => "default",
        { Kind: ValueKind.OrNull } => "null",
        { Kind: ValueKind.Simple, Type: "Text" } => "\"\"",
        { Kind: ValueKind.Items } => value.Make is Same or Spread ? "[]" : Empty(value.Make),
        { Kind: ValueKind.Map, Make: Same } => Empty(Dictionary(value.PartTypes[0], value.PartTypes[1])),
        { Kind: ValueKind.Map or ValueKind.Entries } when value.Make.StartsWith("new ", StringComparison.Ordinal) => Empty(value.Make),
        _ => "null!",
    };

    private static string Empty(string make) => make.Replace("(items)", "()");

    private static string Dictionary(string key, string value) => $"new global::System.Collections.Generic.Dictionary<{key}, {value}>(items)";

    private static ValueModel? Around(ValueKind kind, ValueModel? value) =>
        value is null ? null : new(kind, "", "", new[] { value }.ToEquatableArray(), default);

    private ValueModel? ReadValue(ITypeSymbol type)
    {
        var code = TypeNames.Code(type);
        if (type is IArrayTypeSymbol array)
        {
            return !array.IsSZArray ? null
                : array.ElementType.SpecialType == SpecialType.System_Byte ? new(ValueKind.Simple, "Bytes")
                : ReadItems(code, Same, array.ElementType);
        }

        if (type is not INamedTypeSymbol named || TaskShape.IsUnknown(type))
        {
            return null;
        }

        var name = named.OriginalDefinition.ToDisplayString();
        return named switch
        {
            { TypeKind: TypeKind.Enum } => new(ValueKind.Name, code),
            _ when _simple.TryGetValue(name, out var simple) => new(ValueKind.Simple, simple),
            _ when _numbers.Contains(name) => new(ValueKind.Number, code),
            _ when _items.TryGetValue(name, out var make) => ReadItems(code, make, named.TypeArguments[0]),
            _ when _maps.TryGetValue(name, out var make) => ReadMap(code, make, named.TypeArguments[0], named.TypeArguments[1]),
            _ when ResultTypes.IsResult(named) => named.IsAbstract ? null : new(ValueKind.Result, code),
            _ => record(named) ? new(ValueKind.Record, code) : null,
        };
    }

    private ValueModel? ReadItems(string code, string make, ITypeSymbol item) => Read(item) is { } value
        ? new(
            ValueKind.Items,
            code,
            make.Replace("{0}", TypeNames.Code(item)),
            new[] { value }.ToEquatableArray(),
            new[] { TypeNames.Code(item) }.ToEquatableArray())
        : null;

    private ValueModel? ReadMap(string code, string make, ITypeSymbol key, ITypeSymbol value)
    {
        if (Read(key) is not { } keys || Read(value) is not { } values)
        {
            return null;
        }

        string[] types = [TypeNames.Code(key), TypeNames.Code(value)];
        var isByName = key.SpecialType == SpecialType.System_String;
        var read = isByName ? Same : Dictionary(types[0], types[1]);
        make = make.Length == 0 ? read : make.Replace("{0}", types[0]).Replace("{1}", types[1]).Replace("{2}", read);
        return new(isByName ? ValueKind.Map : ValueKind.Entries, code, make, new[] { keys, values }.ToEquatableArray(), types.ToEquatableArray());
    }
}
