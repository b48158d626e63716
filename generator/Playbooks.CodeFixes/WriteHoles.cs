using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0035 and PB0036: turns the text into an interpolated string, and adds the parameters that the string needs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteHoles))]
[Shared]
public sealed class WriteHoles() : PlaybookFix(Rules.DoubleBraces, Rules.NoDollar)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place[Mend.Text] is { } text
            && place.Find<ExpressionSyntax>() is { } expression
            && expression.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && AskedParameters.Add(
                member.ReplaceNode(expression, SyntaxFactory.ParseExpression(text).WithTriviaFrom(expression)),
                (place[Mend.Asked] ?? "").Split(['\n'], StringSplitOptions.RemoveEmptyEntries)) is { } mended)
        {
            place.Offer("Write the names in braces as an interpolated string", "Holes", member, mended);
        }

        return Task.CompletedTask;
    }
}
