using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading;

/// <summary>Where something stands in the user's source.</summary>
internal static class Places
{
    /// <summary>A symbol; of a record in several parts, the name in the part with <c>[Playbook]</c> or <c>[Block]</c>.</summary>
    internal static Location? Of(ISymbol symbol) =>
        symbol is INamedTypeSymbol type
        && PlaybookTypes.AttributeOf(type) is { } attribute
        && Syntax(attribute)?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part
            ? part.Identifier.GetLocation()
            : symbol.Locations.FirstOrDefault(location => location.IsInSource);

    /// <summary>An attribute as it is written.</summary>
    internal static AttributeSyntax? Syntax(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
}
