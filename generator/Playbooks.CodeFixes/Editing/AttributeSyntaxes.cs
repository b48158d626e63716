using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Playbooks.CodeFixes.Editing;

/// <summary>Changes of attributes.</summary>
internal static class AttributeSyntaxes
{
    /// <summary>The root without an attribute; the other code keeps its place.</summary>
    internal static SyntaxNode Without(SyntaxNode root, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return root.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));
        }

        // What follows takes the place of the list: its comments and its indentation.
        var marked = root.TrackNodes(list);
        var next = marked.GetCurrentNode(list)!.GetLastToken().GetNextToken();
        marked = marked.ReplaceToken(next, next.WithLeadingTrivia(list.GetLeadingTrivia()));
        return marked.RemoveNode(marked.GetCurrentNode(list)!, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    /// <summary>The attribute with one more argument: <c>AtEnd = AtEnd.Join</c>.</summary>
    internal static AttributeSyntax With(AttributeSyntax attribute, string name, string value)
    {
        var argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(name),
            nameColon: null,
            SyntaxFactory.ParseExpression(value).WithAdditionalAnnotations(Simplifier.Annotation));
        return attribute.AddArgumentListArguments(argument).WithAdditionalAnnotations(Formatter.Annotation);
    }

    internal static LiteralExpressionSyntax Number(string number) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.ParseToken(number));
}
