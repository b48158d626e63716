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

    /// <summary>Returns the name from <c>global::</c> on, with nullable annotations. It means the same everywhere.</summary>
    internal static string Full(ITypeSymbol type) => type.ToDisplayString(FullFormat);

    /// <summary>Returns the short name that people write.</summary>
    internal static string Shown(ITypeSymbol type) => type.ToDisplayString(ShownFormat);

    /// <summary>Returns a namespace; <see langword="null"/> for the global one.</summary>
    internal static string? Namespace(INamespaceSymbol space) =>
        space.IsGlobalNamespace
            ? null
            : space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
}
