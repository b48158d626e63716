using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0006: says what the end of the block does to a job that nobody waits for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SayAtEnd))]
[Shared]
public sealed class SayAtEnd() : PlaybookFix(Rules.NobodyWaits)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<AttributeSyntax>() is { } attribute)
        {
            foreach (var end in new[] { "Join", "Cancel", "Leave" })
            {
                place.Offer($"Write AtEnd = AtEnd.{end}", end, attribute, AttributeSyntaxes.With(attribute, "AtEnd", $"global::Playbooks.AtEnd.{end}"));
            }
        }

        return Task.CompletedTask;
    }
}
