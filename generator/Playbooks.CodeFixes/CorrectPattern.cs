using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0014: corrects a name in the pattern to the nearest group or host of the inventory.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectPattern))]
[Shared]
public sealed class CorrectPattern() : PlaybookFix(Rules.UnknownPattern)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place[Mend.Name] is { } name
            && place[Mend.Old] is { } old
            && place.Find<AttributeArgumentSyntax>()?.Expression is LiteralExpressionSyntax literal
            && literal.Token.ValueText is var pattern
            && pattern.IndexOf(old, StringComparison.Ordinal) == pattern.LastIndexOf(old, StringComparison.Ordinal))
        {
            var mended = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(pattern.Replace(old, name)));
            place.Offer($"Write '{name}'", "Pattern", literal, mended.WithTriviaFrom(literal));
        }

        return Task.CompletedTask;
    }
}
