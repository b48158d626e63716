using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>Finds out how a text is used at its place.</summary>
internal static class TextUse
{
    /// <summary>
    /// Whether other code receives the text that may replace its braces, or only reads it: <c>text.Replace("{name}", Name)</c>.
    /// </summary>
    internal static bool IsElsewhere(ExpressionSyntax text, SemanticModel model)
    {
        for (SyntaxNode node = text; ; node = node.Parent!)
        {
            switch (node.Parent)
            {
                case ArgumentSyntax { Parent.Parent: { } call }:
                    return model.GetSymbolInfo(call).Symbol is { } called && !IsOurs(called, model.Compilation);
                case MemberAccessExpressionSyntax access when access.Expression == node:
                case ConditionalAccessExpressionSyntax conditional when conditional.Expression == node:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
                case PatternSyntax or CaseSwitchLabelSyntax:
                    return true;
                case LambdaExpressionSyntax:
                case BaseObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation).Type is { } made && Makes(made):
                    return false;
                case ExpressionSyntax or InterpolationSyntax or SwitchExpressionArmSyntax or ExpressionElementSyntax:
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>Whether C# requires a constant there, so that the text cannot have holes.</summary>
    internal static bool IsConstant(ExpressionSyntax text) => text.Ancestors().Any(node =>
        node is AttributeSyntax or ParameterSyntax
        || (node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
        || (node is LocalDeclarationStatementSyntax { IsConst: true }));

    /// <summary>Whether the text is in an attribute.</summary>
    internal static bool IsInAttribute(ExpressionSyntax text) => text.FirstAncestorOrSelf<AttributeSyntax>() is not null;

    /// <summary>Whether called code belongs to the program or to Playbooks, or creates tasks.</summary>
    private static bool IsOurs(ISymbol called, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(called.ContainingAssembly, compilation.Assembly)
        || Root(called.ContainingNamespace) == KnownTypes.Space
        || (called.ContainingType is { } type && Makes(type))
        || (called is IMethodSymbol method && Makes(method.ReturnType));

    private static bool Makes(ITypeSymbol type) => PlaybookTypes.ResultOf(type) is not null || PlaybookTypes.IsBlock(type);

    private static string? Root(INamespaceSymbol? space)
    {
        while (space is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space?.Name;
    }
}
