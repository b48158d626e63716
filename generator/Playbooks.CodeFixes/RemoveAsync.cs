using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0005: removes <c>[Async]</c>, so that the task runs in the foreground.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAsync))]
[Shared]
public sealed class RemoveAsync() : PlaybookFix(Rules.NoJob)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<AttributeSyntax>() is { } attribute)
        {
            place.Offer("Remove [Async]", "Foreground", AttributeSyntaxes.Without(place.Root, attribute));
        }

        return Task.CompletedTask;
    }
}
