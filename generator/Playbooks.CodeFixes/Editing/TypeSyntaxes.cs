using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Playbooks.CodeFixes.Editing;

/// <summary>Types as syntax: with all namespaces in the document, where the names are simplified later, and short in titles.</summary>
internal static class TypeSyntaxes
{
    /// <summary>A type whose name begins with <c>global::</c>.</summary>
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
