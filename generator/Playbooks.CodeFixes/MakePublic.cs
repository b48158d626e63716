using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0026: makes a member public, so that it is a task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePublic))]
[Shared]
public sealed class MakePublic() : PlaybookFix(Rules.ForgottenPublic)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<MemberDeclarationSyntax>() is { } member)
        {
            place.Offer("Make the member public", "Public", member, Public(member));
        }

        return Task.CompletedTask;
    }

    private static MemberDeclarationSyntax Public(MemberDeclarationSyntax member)
    {
        var keyword = SyntaxFactory.Token(SyntaxKind.PublicKeyword);
        if (member.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.PrivateKeyword)) is { RawKind: not 0 } modifier)
        {
            return member.ReplaceToken(modifier, keyword.WithTriviaFrom(modifier));
        }

        // Modifiers come after the attributes.
        var first = member.Modifiers.Count > 0 ? member.Modifiers[0]
            : member is PropertyDeclarationSyntax property ? property.Type.GetFirstToken()
            : ((MethodDeclarationSyntax)member).ReturnType.GetFirstToken();
        var bare = member.ReplaceToken(first, first.WithLeadingTrivia());
        return bare.WithModifiers(bare.Modifiers.Insert(0, keyword.WithLeadingTrivia(first.LeadingTrivia).WithTrailingTrivia(SyntaxFactory.Space)));
    }
}
