using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Names;

/// <summary>Names for generated types that nothing of the user hides.</summary>
internal static class GeneratedNames
{
    private static readonly SymbolDisplayFormat _hintFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>A name for a type beside the playbook that its members can use as it is.</summary>
    internal static string Beside(INamedTypeSymbol type, string wanted)
    {
        var name = wanted;
        for (var number = 2; IsTaken(type, name); number++)
        {
            name = $"{wanted}{number}";
        }

        return name;
    }

    /// <summary>A name for the generated file. Roslyn compares these without case, and names of types are not.</summary>
    internal static string Hint(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(_hintFormat);
        name = type.Arity == 0 ? name : $"{name}-{type.Arity}";
        return HasTwin(type) ? $"{name}-{Hash(name):x8}.g.cs" : $"{name}.g.cs";
    }

    private static bool IsTaken(INamedTypeSymbol type, string name)
    {
        for (var scope = type; scope is not null; scope = scope.ContainingType)
        {
            if (scope.TypeParameters.Any(parameter => parameter.Name == name)
                || RecordMembers.Chain(scope).Any(record => !record.GetMembers(name).IsEmpty))
            {
                return true;
            }
        }

        return type.ContainingNamespace.GetMembers(name).Any();
    }

    /// <summary>Whether another type or namespace differs from it, or from what it is in, only in case.</summary>
    private static bool HasTwin(INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol scope = type; scope.ContainingSymbol is INamespaceOrTypeSymbol parent; scope = parent)
        {
            if (parent.GetMembers().Any(sibling => sibling is INamespaceOrTypeSymbol
                && sibling.Name != scope.Name
                && string.Equals(sibling.Name, scope.Name, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>FNV-1a: the same in every run, which <see cref="string.GetHashCode()"/> is not.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
