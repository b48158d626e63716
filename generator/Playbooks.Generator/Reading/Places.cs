using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading;

/// <summary>Where something stands in the user's source.</summary>
/// <param name="record">The playbook or block, which stands for whatever has no source of its own: a base record of a library, say.</param>
internal sealed class Places(INamedTypeSymbol record)
{
    internal Location Of(ISymbol symbol) => Source(symbol) ?? Source(record) ?? Location.None;

    internal Location Of(AttributeData attribute) => Syntax(attribute)?.GetLocation() ?? Of(record);

    /// <summary>The argument at a position.</summary>
    internal Location Of(AttributeData attribute, int position) =>
        Syntax(attribute)?.ArgumentList?.Arguments
            .Where(argument => argument.NameEquals is null)
            .ElementAtOrDefault(position)?.Expression.GetLocation()
        ?? Of(attribute);

    /// <summary>The argument with a name: <c>Poll = 0</c>.</summary>
    internal Location Of(AttributeData attribute, string name) =>
        Syntax(attribute)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.GetLocation()
        ?? Of(attribute);

    internal static AttributeSyntax? Syntax(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;

    /// <summary>Of a record in several parts, the name in the part with <c>[Playbook]</c> or <c>[Block]</c>.</summary>
    private static Location? Source(ISymbol symbol) =>
        symbol is INamedTypeSymbol type
        && PlaybookTypes.AttributeOf(type) is { } attribute
        && Syntax(attribute)?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part
            ? part.Identifier.GetLocation()
            : symbol.Locations.FirstOrDefault(location => location.IsInSource);
}
