using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>Finds what makes a record of its properties.</summary>
/// <param name="scope">What generated code can see.</param>
internal sealed class Constructors(Scope scope)
{
    /// <summary>The constructor that takes the least, all of it properties; the primary one where there is one.</summary>
    internal IMethodSymbol? Of(INamedTypeSymbol type, List<ISymbol> properties)
    {
        var primary = RecordShape.PrimaryConstructor(type);
        return type.InstanceConstructors
            .Where(constructor => primary is null || SymbolEqualityComparer.Default.Equals(constructor, primary))
            .Where(constructor => scope.Sees(constructor) && !IsCopy(constructor) && !ObsoleteMark.IsError(constructor))
            .Where(constructor => !type.IsTupleType || constructor.Parameters.IsEmpty)
            .OrderBy(constructor => constructor.Parameters.Length)
            .FirstOrDefault(constructor => TakesOnly(constructor, properties));
    }

    /// <summary>The property that a parameter becomes.</summary>
    internal static ISymbol? PropertyOf(IParameterSymbol parameter, List<ISymbol> properties)
    {
        var fitting = properties
            .Where(property => parameter.RefKind == RefKind.None && SymbolEqualityComparer.Default.Equals(Properties.TypeOf(property), parameter.Type))
            .ToList();
        return fitting.FirstOrDefault(property => property.Name == parameter.Name)
            ?? fitting.FirstOrDefault(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool TakesOnly(IMethodSymbol constructor, List<ISymbol> properties)
    {
        var taken = constructor.Parameters.Select(parameter => PropertyOf(parameter, properties)).ToList();
        return !taken.Contains(null) && taken.Distinct(SymbolEqualityComparer.Default).Count() == taken.Count;
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);
}
