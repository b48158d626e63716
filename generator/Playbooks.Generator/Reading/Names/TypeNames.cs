using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading.Names;

/// <summary>The names of types: in full, and as people write them.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat FullFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat ShownFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>From <c>global::</c> on, with its nullable annotations: it means the same wherever it stands.</summary>
    internal static string Full(ITypeSymbol type) => type.ToDisplayString(FullFormat);

    /// <summary>As short as people write it.</summary>
    internal static string Shown(ITypeSymbol type) => type.ToDisplayString(ShownFormat);

    /// <summary>A namespace; <see langword="null"/> for the global one.</summary>
    internal static string? Namespace(INamespaceSymbol space) =>
        space.IsGlobalNamespace
            ? null
            : space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
}
