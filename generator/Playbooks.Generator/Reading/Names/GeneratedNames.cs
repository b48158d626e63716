using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Names;

/// <summary>Creates names for generated types that no member of the user hides.</summary>
internal static class GeneratedNames
{
    private static readonly SymbolDisplayFormat _hintFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Creates a name for a type beside the playbook that its members can use without qualification.</summary>
    internal static string Beside(INamedTypeSymbol type, string wanted)
    {
        var name = wanted;
        for (var number = 2; IsTaken(type, name); number++)
        {
            name = $"{wanted}{number}";
        }

        return name;
    }

    /// <summary>Creates a name for the generated file. Roslyn ignores case in these names, unlike in names of types.</summary>
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

    /// <summary>Whether another type or namespace differs only in case from the type or from one that contains it.</summary>
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

    /// <summary>The FNV-1a hash, which is the same in every run, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static uint Hash(string text) => text.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u));
}
