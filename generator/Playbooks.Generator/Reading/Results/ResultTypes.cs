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

    /// <summary>Whether it is not yet said of what a type is.</summary>
    internal static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } container && IsOpen(container)),
        _ => false,
    };

    /// <summary>The results of modules that no assembly can know but the one that uses them: those of generic types.</summary>
    internal static IEnumerable<INamedTypeSymbol> Constructed(IEnumerable<ITypeSymbol?> results) =>
        results.OfType<INamedTypeSymbol>().Where(result => IsResult(result) && !result.IsAbstract && IsGeneric(result) && !IsOpen(result));

    private static bool IsGeneric(INamedTypeSymbol type) => type.Arity > 0 || (type.ContainingType is { } container && IsGeneric(container));
}
