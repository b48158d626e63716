using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0020: makes a member private, so that it is a helper.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePrivate))]
[Shared]
public sealed class MakePrivate() : PlaybookFix(Rules.HiddenModule)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<MemberDeclarationSyntax>() is { } member
            && !member.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.OverrideKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword)
            && member.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.PublicKeyword)) is { RawKind: not 0 } modifier)
        {
            place.Offer(
                "Make the member private",
                "Private",
                member,
                member.ReplaceToken(modifier, SyntaxFactory.Token(SyntaxKind.PrivateKeyword).WithTriviaFrom(modifier)));
        }

        return Task.CompletedTask;
    }
}
