using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Playbooks.CodeFixes.Editing;

/// <summary>Types as syntax: whole in the document until the names are simplified there, and short in titles.</summary>
internal static class TypeSyntaxes
{
    /// <summary>A type given from <c>global::</c> on.</summary>
    internal static TypeSyntax Parse(string code) =>
        SyntaxFactory.ParseTypeName(code).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);

    /// <summary>A type without its namespaces.</summary>
    internal static string Short(string code) => new Shortening().Visit(SyntaxFactory.ParseTypeName(code)).ToString();

    private sealed class Shortening : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitQualifiedName(QualifiedNameSyntax node) => Visit(node.Right);

        public override SyntaxNode? VisitAliasQualifiedName(AliasQualifiedNameSyntax node) => Visit(node.Name);
    }
}
