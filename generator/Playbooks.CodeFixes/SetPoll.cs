using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0009: sets the poll to the nearest usual value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetPoll))]
[Shared]
public sealed class SetPoll() : PlaybookFix(Rules.UnusualPoll)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place[Mend.Number] is { } seconds && place.Find<AttributeArgumentSyntax>() is { } poll)
        {
            place.Offer($"Write 'Poll = {seconds}'", "Poll", poll.Expression, AttributeSyntaxes.Number(seconds));
        }

        return Task.CompletedTask;
    }
}
