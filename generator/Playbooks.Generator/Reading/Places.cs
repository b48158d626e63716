using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading;

/// <summary>Finds places in the user's source.</summary>
internal static class Places
{
    /// <summary>Returns the place of a symbol; for a partial record, the name in the part with <c>[Playbook]</c> or <c>[Block]</c>.</summary>
    internal static Location? Of(ISymbol symbol) =>
        symbol is INamedTypeSymbol type
        && PlaybookTypes.AttributeOf(type) is { } attribute
        && Syntax(attribute)?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part
            ? part.Identifier.GetLocation()
            : symbol.Locations.FirstOrDefault(location => location.IsInSource);

    /// <summary>Returns the place of an attribute.</summary>
    internal static AttributeSyntax? Syntax(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
}
