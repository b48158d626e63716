using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>Finds the constructor that creates a record from its properties.</summary>
/// <param name="scope">The types and members that generated code can access.</param>
internal sealed class Constructors(Scope scope)
{
    /// <summary>Returns the primary constructor, or else the one with the fewest parameters, if all its parameters are properties.</summary>
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

    /// <summary>Returns the property that a parameter sets.</summary>
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
