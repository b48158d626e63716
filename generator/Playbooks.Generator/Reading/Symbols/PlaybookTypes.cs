using Microsoft.CodeAnalysis;
using Playbooks.Generator.Messages;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>Recognizes the types of Playbooks.</summary>
internal static class PlaybookTypes
{
    /// <summary>Whether a type is that type of <c>namespace Playbooks</c>.</summary>
    internal static bool Is(ITypeSymbol? type, string name, int arity = 0) =>
        type is INamedTypeSymbol { ContainingType: null } named && named.Name == name && named.Arity == arity && IsWritten(named.ContainingNamespace);

    /// <summary>Whether a type is that type of <c>namespace Playbooks.Generated</c>.</summary>
    internal static bool IsGenerated(ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol { ContainingType: null, Arity: 0 } named && named.Name == name && IsGenerated(named.ContainingNamespace);

    /// <summary>Whether a type is in a namespace of the library.</summary>
    internal static bool IsOurs(ITypeSymbol? type) => IsWritten(type?.ContainingNamespace) || IsGenerated(type?.ContainingNamespace);

    /// <summary>Returns the result type of a module; <see langword="null"/> for other types.</summary>
    internal static ITypeSymbol? ResultOf(ITypeSymbol type) => Base(type, KnownTypes.Module)?.TypeArguments[0];

    /// <summary>Whether a module is one script, so that it can run without a connection.</summary>
    internal static bool CanBeJob(INamedTypeSymbol module) => Base(module, KnownTypes.ScriptModule) is not null && !Is(module, KnownTypes.Raw);

    internal static AttributeData? PlaybookAttributeOf(INamedTypeSymbol type) => AttributeOf(type, KnownAttributes.Playbook);

    /// <summary>The <c>[Playbook]</c> or <c>[Block]</c> of a type.</summary>
    internal static AttributeData? AttributeOf(INamedTypeSymbol type) => PlaybookAttributeOf(type) ?? AttributeOf(type, KnownAttributes.Block);

    internal static bool IsBlock(ITypeSymbol type) => type is INamedTypeSymbol named && AttributeOf(named, KnownAttributes.Block) is not null;

    /// <summary>Whether a type is a site: it runs playbooks and has no pattern.</summary>
    internal static bool IsSite(INamedTypeSymbol type) =>
        PlaybookAttributeOf(type) is { } attribute && AttributeArguments.IsValid(attribute) && string.IsNullOrWhiteSpace(attribute.Positional<string>(0));

    /// <summary>Returns the kind of a type with <c>[Playbook]</c>, <c>[Block]</c> or <c>[HostVars]</c>, for messages.</summary>
    internal static string KindOf(INamedTypeSymbol type) => IsBlock(type) ? "block" : IsHostVars(type) ? RecordAdvice.HostVars : "playbook";

    /// <summary>Whether a type is the typed variables of a host.</summary>
    internal static bool IsHostVars(ITypeSymbol type) => type is INamedTypeSymbol named && AttributeOf(named, KnownAttributes.HostVars) is not null;

    /// <summary>Whether a type is the <c>Results</c> of a block, which the generator creates and does not see itself.</summary>
    internal static bool IsResultsOf(ITypeSymbol type, INamedTypeSymbol block) =>
        // Of a type that is not there C# takes the question mark for that of a value type.
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type)
        is INamedTypeSymbol { Name: KnownTypes.Results, ContainingType: { } container } && IsSame(container, block);

    /// <summary>
    /// Whether two types are the same, including the nullable annotations of type arguments. If annotations are off, they match any annotation.
    /// </summary>
    internal static bool IsSame(ITypeSymbol one, ITypeSymbol? other) =>
        SymbolEqualityComparer.Default.Equals(one, other) && IsAnnotatedAlike(one, other!);

    private static bool IsAnnotatedAlike(ITypeSymbol one, ITypeSymbol other) => (one, other) switch
    {
        (IArrayTypeSymbol array, IArrayTypeSymbol otherArray) => AreAlike([array.ElementType], [otherArray.ElementType]),
        (INamedTypeSymbol named, INamedTypeSymbol otherNamed) => AreAlike(named.TypeArguments, otherNamed.TypeArguments)
            && (named.ContainingType is not { } container || IsAnnotatedAlike(container, otherNamed.ContainingType)),
        _ => true,
    };

    private static bool AreAlike(IReadOnlyList<ITypeSymbol> ones, IReadOnlyList<ITypeSymbol> others) => ones.Zip(others, (one, other) =>
        (one.NullableAnnotation == other.NullableAnnotation
            || one.NullableAnnotation == NullableAnnotation.None
            || other.NullableAnnotation == NullableAnnotation.None)
        && IsAnnotatedAlike(one, other)).All(alike => alike);

    private static bool IsWritten(INamespaceSymbol? space) => space is { Name: KnownTypes.Space, ContainingNamespace.IsGlobalNamespace: true };

    private static bool IsGenerated(INamespaceSymbol? space) => space is { Name: KnownTypes.GeneratedSpace } && IsWritten(space.ContainingNamespace);

    private static AttributeData? AttributeOf(INamedTypeSymbol type, string name) =>
        type.GetAttributes().FirstOrDefault(attribute => Is(attribute.AttributeClass, name));

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
