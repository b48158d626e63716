using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading;

/// <summary>The warnings that naming the user's symbols would bring into generated code, where nobody could act on them.</summary>
internal static class UserWarnings
{
    internal static IEnumerable<string> Of(INamedTypeSymbol type, IReadOnlyList<TaskSymbol> tasks)
    {
        var symbols = RecordMembers.Chain(type)
            .SelectMany(record => record.GetMembers().Where(member => member is not INamedTypeSymbol).Prepend(record))
            .Concat(Containers(type))
            .Concat(RecordShape.PrimaryConstructor(type)?.Parameters.Select(parameter => (ISymbol)parameter.Type) ?? [])
            .Concat(tasks.Select(task => task.Module))
            .Concat(tasks.Select(task => task.Result).OfType<ITypeSymbol>());
        return symbols
            .SelectMany(symbol => symbol is IPropertySymbol property ? new[] { symbol, property.Type } : [symbol])
            .SelectMany(symbol => symbol.GetAttributes())
            .Select(Id)
            .OfType<string>()
            .Distinct()
            .OrderBy(id => id, StringComparer.Ordinal);
    }

    internal static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            yield return container;
        }
    }

    private static string? Id(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() switch
    {
        "System.ObsoleteAttribute" => attribute.ConstructorArguments.IsEmpty ? "CS0612" : "CS0618",
        "System.Diagnostics.CodeAnalysis.ExperimentalAttribute" => attribute.Positional<string>(0),
        _ => null,
    };
}
