using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0005: runs what cannot be a job in the foreground.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeAsyncAway))]
[Shared]
public sealed class TakeAsyncAway() : PlaybookFix(Rules.NoJob)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<AttributeSyntax>() is { } attribute)
        {
            place.Offer("Take [Async] away", "Foreground", AttributeSyntaxes.Without(place.Root, attribute));
        }

        return Task.CompletedTask;
    }
}
