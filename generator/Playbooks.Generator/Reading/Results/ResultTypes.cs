using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>Knows the types of results.</summary>
internal static class ResultTypes
{
    internal static bool IsResult(ITypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (IsRoot(current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type is the one from which all results derive.</summary>
    internal static bool IsRoot(INamedTypeSymbol type) => PlaybookTypes.Is(type, KnownTypes.TaskResult);

    /// <summary>Whether a type has open type parameters.</summary>
    internal static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } container && IsOpen(container)),
        _ => false,
    };

    /// <summary>Returns the results of generic types that modules return. Only the assembly that uses such a module knows its result.</summary>
    internal static IEnumerable<INamedTypeSymbol> Constructed(IEnumerable<ITypeSymbol?> results) =>
        results.OfType<INamedTypeSymbol>().Where(result => IsResult(result) && !result.IsAbstract && IsGeneric(result) && !IsOpen(result));

    private static bool IsGeneric(INamedTypeSymbol type) => type.Arity > 0 || (type.ContainingType is { } container && IsGeneric(container));
}
