using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model.Variables;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>How the command line reads a variable's type.</summary>
/// <param name="Kind">How one text is read.</param>
/// <param name="Item">The type to which one text is parsed.</param>
internal sealed record VariableType(VariableKind Kind, ITypeSymbol Item)
{
    /// <summary>Whether the variable is a list.</summary>
    internal bool IsList { get; init; }

    /// <summary>Returns <see langword="null"/> if the command line cannot read the type.</summary>
    internal static VariableType? Of(ITypeSymbol type) =>
        ItemOfList(type) is { } item && Scalar(item) is { Kind: not VariableKind.Secret } scalar ? scalar with { IsList = true } : Scalar(type);

    private static VariableType? Scalar(ITypeSymbol type)
    {
        var core = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (PlaybookTypes.Is(core, KnownTypes.Secret))
        {
            return new(VariableKind.Secret, core);
        }

        if (core.TypeKind == TypeKind.Enum)
        {
            return new(VariableKind.Enum, core);
        }

        return core.AllInterfaces.Any(contract =>
            contract is { Name: "IParsable", Arity: 1, ContainingNamespace.Name: "System" }
            && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], core))
            ? new(VariableKind.Parsed, core)
            : null;
    }

    /// <summary>Returns the item type of a list that an array can implement.</summary>
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
