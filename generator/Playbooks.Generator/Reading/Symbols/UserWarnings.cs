using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Checks;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>Finds the warnings that generated code would cause by naming the user's symbols. There, nobody could act on them.</summary>
internal static class UserWarnings
{
    internal static IEnumerable<string> Of(INamedTypeSymbol type, IReadOnlyList<TaskSymbol> tasks)
    {
        var symbols = RecordMembers.Chain(type)
            .SelectMany(record => record.GetMembers().Where(member => member is not INamedTypeSymbol).Prepend(record))
            .Concat(Containers(type))
            .Concat(RecordShape.PrimaryConstructor(type)?.Parameters.SelectMany(parameter => Parts(parameter.Type)) ?? [])
            .Concat(tasks.SelectMany(task => Parts(task.Module)))
            .Concat(tasks.Select(task => task.Result).OfType<ITypeSymbol>().SelectMany(Parts));
        return symbols
            .SelectMany(symbol => symbol is IPropertySymbol property ? Parts(property.Type).Prepend(symbol) : [symbol])
            .SelectMany(symbol => symbol.GetAttributes())
            .Select(Id)
            .OfType<string>()
            .Concat(Containers(type).Prepend(type).Concat<ISymbol>(type.TypeParameters).Any(IsLowerCase) ? ["CS8981"] : [])
            .Distinct()
            .OrderBy(id => id, StringComparer.Ordinal);
    }

    /// <summary>Whether a type's name has only lowercase letters. C# reserves such names, and warns in every part of the type.</summary>
    private static bool IsLowerCase(ISymbol type) => type.Name.All(letter => letter is >= 'a' and <= 'z');

    internal static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    /// <summary>Returns a type and all types in its name.</summary>
    internal static IEnumerable<ISymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Concat(Containers(named)).Prepend(named),
        _ => [],
    };

    private static string? Id(AttributeData attribute) => attribute.AttributeClass switch
    {
        { Name: "ExperimentalAttribute", ContainingNamespace: { Name: "CodeAnalysis" } } => attribute.Positional<string>(0),
        { Name: "RequiresUnreferencedCodeAttribute", ContainingNamespace: { Name: "CodeAnalysis" } } => "IL2026",
        { Name: "RequiresDynamicCodeAttribute", ContainingNamespace: { Name: "CodeAnalysis" } } => "IL3050",
        { Name: "RequiresAssemblyFilesAttribute", ContainingNamespace: { Name: "CodeAnalysis" } } => "IL3002",
        _ => ObsoleteMark.Warning(attribute),
    };
}
