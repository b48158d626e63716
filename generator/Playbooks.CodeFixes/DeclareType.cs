using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0033: declares a member as the type that it returns.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareType))]
[Shared]
public sealed class DeclareType() : PlaybookFix(Rules.HiddenReturn)
{
    private protected override Task OfferAsync(Place place)
    {
        var declared = place.Find<MemberDeclarationSyntax>() switch
        {
            PropertyDeclarationSyntax property => property.Type,
            MethodDeclarationSyntax method => method.ReturnType,
            _ => null,
        };
        if (declared is not null && place[Mend.Type] is { } type)
        {
            place.Offer($"Declare the member as '{TypeSyntaxes.Short(type)}'", "Type", declared, TypeSyntaxes.Parse(type).WithTriviaFrom(declared));
        }

        return Task.CompletedTask;
    }
}
