using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>How the command line reads a variable's type.</summary>
/// <param name="Factory">The method of <c>Variable</c>.</param>
/// <param name="Item">What one text is parsed to.</param>
internal sealed record VariableType(string Factory, ITypeSymbol Item)
{
    internal const string Secret = "OfSecret";

    /// <summary><see langword="null"/> where the command line cannot read it.</summary>
    internal static VariableType? Of(ITypeSymbol type) =>
        ItemOfList(type) is { } item && Scalar(item) is { Factory: not Secret } scalar
            ? new($"List{scalar.Factory}", scalar.Item)
            : Scalar(type);

    private static VariableType? Scalar(ITypeSymbol type)
    {
        var core = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (PlaybookTypes.Is(core, KnownTypes.Secret))
        {
            return new(Secret, core);
        }

        if (core.TypeKind == TypeKind.Enum)
        {
            return new("OfEnum", core);
        }

        return core.AllInterfaces.Any(contract =>
            contract is { Name: "IParsable", Arity: 1, ContainingNamespace.Name: "System" }
            && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], core))
            ? new("Of", core)
            : null;
    }

    /// <summary>The items of a list to which an array can be given.</summary>
    private static ITypeSymbol? ItemOfList(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => Plain(array.ElementType),
        INamedTypeSymbol
        {
            OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T
                or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
                or SpecialType.System_Collections_Generic_IEnumerable_T
                or SpecialType.System_Collections_Generic_IList_T
                or SpecialType.System_Collections_Generic_ICollection_T,
        } list => Plain(list.TypeArguments[0]),
        _ => null,
    };

    private static ITypeSymbol? Plain(ITypeSymbol item) =>
        item.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? null : item;
}
