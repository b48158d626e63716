using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>
/// Reads a member's documentation comment as one line of text. It is read from the source, because the compiler parses these comments only if the
/// project requests a documentation file.
/// </summary>
internal static class Documentation
{
    internal static string? Summary(ISymbol symbol) => Text(Comment(symbol)?.Element("summary"));

    internal static string? Parameter(ISymbol symbol, string name) =>
        Text(Comment(symbol)?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == name));

    private static XElement? Comment(ISymbol symbol)
    {
        var comment = symbol.DeclaringSyntaxReferences
            .OrderBy(reference => reference.SyntaxTree.FilePath, StringComparer.Ordinal)
            .Select(reference => reference.GetSyntax())
            .Where(syntax => syntax is MemberDeclarationSyntax)
            .Select(syntax => CommentAbove(syntax))
            .FirstOrDefault(text => text.Length > 0);
        if (comment is null)
        {
            return null;
        }

        try
        {
            return XElement.Parse($"<member>{comment}</member>");
        }
        catch (XmlException)
        {
            // The compiler warns about such a comment where it matters (CS1570).
            return null;
        }
    }

    private static string CommentAbove(SyntaxNode syntax) => string.Join(
        "\n",
        syntax.GetLeadingTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            .SelectMany(comment => comment.ToFullString().Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line.Substring(3)));

    private static string? Text(XElement? element)
    {
        var words = element is null ? [] : Words(element).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(" ", words);
    }

    // However deep elements are in each other, nothing is called within itself.
    private static string Words(XElement element) => string.Concat(element.DescendantNodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } child => Reference(child),
        _ => "",
    }));

    private static string Reference(XElement element)
    {
        var name = (element.Attribute("cref") ?? element.Attribute("name") ?? element.Attribute("langword") ?? element.Attribute("href"))?.Value ?? " ";
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}
