using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0038: corrects the name, and adds the parameter that the name needs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteName))]
[Shared]
public sealed class WriteName() : PlaybookFix(Rules.UnknownName)
{
    private protected override Task OfferAsync(Place place)
    {
        var asked = (place[Mend.Asked] ?? "").Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
        if (place[Mend.Text] is { } text
            && place.Find<SimpleNameSyntax>() is { } name
            && name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && AskedParameters.Add(member.ReplaceNode(name, SyntaxFactory.ParseExpression(text).WithTriviaFrom(name)), asked) is { } mended)
        {
            place.Offer(
                asked.Length > 0 ? $"Add a parameter of the type '{TypeSyntaxes.Short(asked[0].Substring(0, asked[0].LastIndexOf(' ')))}'" : $"Write '{text}'",
                "Name",
                member,
                mended);
        }

        return Task.CompletedTask;
    }
}
