using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0006: sets what happens to the job at the end of the block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetAtEnd))]
[Shared]
public sealed class SetAtEnd() : PlaybookFix(Rules.NobodyWaits)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<AttributeSyntax>() is { } attribute)
        {
            foreach (var end in (place[Mend.Choices] ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries))
            {
                place.Offer($"Write 'AtEnd = AtEnd.{end}'", end, attribute, AttributeSyntaxes.With(attribute, "AtEnd", $"global::Playbooks.AtEnd.{end}"));
            }
        }

        return Task.CompletedTask;
    }
}
