using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>What becomes of a text where it stands.</summary>
internal static class TextUse
{
    /// <summary>
    /// Whether somebody else is given it who may put something in place of its braces, or only looks at it: <c>text.Replace("{name}", Name)</c>.
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

    /// <summary>Whether C# wants a constant there, so that nothing can be put into it.</summary>
    internal static bool IsConstant(ExpressionSyntax text) => text.Ancestors().Any(node =>
        node is AttributeSyntax or ParameterSyntax
        || (node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
        || (node is LocalDeclarationStatementSyntax { IsConst: true }));

    /// <summary>Whether it stands in an attribute.</summary>
    internal static bool IsInAttribute(ExpressionSyntax text) => text.FirstAncestorOrSelf<AttributeSyntax>() is not null;

    /// <summary>What the user wrote, what the library has, and what makes tasks.</summary>
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
