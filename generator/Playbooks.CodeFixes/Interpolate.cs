using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0011: turns a concatenation into one interpolated string, so that each value in it is quoted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(Interpolate))]
[Shared]
public sealed class Interpolate() : PlaybookFix(Rules.UnquotedCommandLine)
{
    private protected override async Task OfferAsync(Place place)
    {
        if (place.Find<ExpressionSyntax>() is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
            && await place.Document.GetSemanticModelAsync(place.Token).ConfigureAwait(false) is { } model
            && Terms(sum, model).Select(term => Part(term, model)).ToList() is var parts
            && !parts.Contains(null))
        {
            var text = $"$\"{string.Concat(parts)}\"";
            place.Offer("Join the parts to one interpolated string", "Interpolate", sum, SyntaxFactory.ParseExpression(text).WithTriviaFrom(sum));
        }
    }

    /// <summary>The terms of a concatenation, from the left; a sum of numbers is one term.</summary>
    private static IEnumerable<ExpressionSyntax> Terms(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String =>
            Terms(sum.Left, model).Concat(Terms(sum.Right, model)),
        ParenthesizedExpressionSyntax { Expression: not ConditionalExpressionSyntax } parenthesized => Terms(parenthesized.Expression, model),
        _ => [expression],
    };

    /// <summary>The code of a term in the interpolated string; nothing for a verbatim or raw text with values, which would be a single argument.</summary>
    private static string? Part(ExpressionSyntax term, SemanticModel model) => term switch
    {
        LiteralExpressionSyntax { Token.Value: string or char } literal => Escaped(literal.Token.ValueText),
        InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken } interpolated =>
            interpolated.Contents.ToString(),
        InterpolatedStringExpressionSyntax => null,

        // A constant was part of the text, and stays so.
        _ when model.GetConstantValue(term).Value is string => $"{{{term.WithoutTrivia()}:raw}}",
        _ when NeedsParentheses(term) => $"{{({term.WithoutTrivia()})}}",
        _ => $"{{{term.WithoutTrivia()}}}",
    };

    /// <summary>Between the braces of an interpolated string, a colon begins the format.</summary>
    private static bool NeedsParentheses(ExpressionSyntax term) =>
        term is not ParenthesizedExpressionSyntax
        && term.DescendantTokens().Any(token => token.IsKind(SyntaxKind.ColonToken) || token.IsKind(SyntaxKind.ColonColonToken));

    private static string Escaped(string text)
    {
        var quoted = SymbolDisplay.FormatLiteral(text, quote: true);
        return quoted.Substring(1, quoted.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }
}
