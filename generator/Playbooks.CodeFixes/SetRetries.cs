using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0010: lets a wait check the job until its limit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetRetries))]
[Shared]
public sealed class SetRetries() : PlaybookFix(Rules.GivesUpEarly)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place[Mend.Number] is { } count
            && place.Find<AttributeSyntax>()?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null) is { } retries)
        {
            place.Offer($"Change the number of retries to {count}", "Retries", retries.Expression, AttributeSyntaxes.Number(count));
        }

        return Task.CompletedTask;
    }
}
