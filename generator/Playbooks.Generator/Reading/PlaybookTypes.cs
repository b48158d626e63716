using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading;

/// <summary>Knows the types of the language.</summary>
internal static class PlaybookTypes
{
    internal const string PlaybookAttribute = "Playbooks.PlaybookAttribute";

    /// <summary>Whether a type is that type of <c>namespace Playbooks</c>.</summary>
    internal static bool Is(ITypeSymbol? type, string name, int arity = 0) =>
        type is INamedTypeSymbol
        {
            ContainingType: null,
            ContainingNamespace: { Name: "Playbooks", ContainingNamespace.IsGlobalNamespace: true },
        } named && named.Name == name && named.Arity == arity;

    /// <summary>What a module gives; <see langword="null"/> if it is no module.</summary>
    internal static ITypeSymbol? ResultOf(ITypeSymbol type) => Base(type, "Module")?.TypeArguments[0];

    /// <summary>Whether a module is one script, so that it can run without a connection.</summary>
    internal static bool CanBeJob(INamedTypeSymbol module) => Base(module, "ScriptModule") is not null && !Is(module, "Raw");

    internal static AttributeData? PlaybookAttributeOf(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(attribute => Is(attribute.AttributeClass, "PlaybookAttribute"));

    private static INamedTypeSymbol? Base(ITypeSymbol type, string name)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (Is(current, name, arity: 1))
            {
                return current;
            }
        }

        return null;
    }
}
