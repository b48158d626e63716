using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0042: leaves the writing of a result to generated code.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeOverrideAway))]
[Shared]
public sealed class TakeOverrideAway() : PlaybookFix(Rules.WritesItself)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<MethodDeclarationSyntax>() is { } method)
        {
            place.Offer("Take the override away", "Generated", place.Root.RemoveNode(method, SyntaxRemoveOptions.KeepNoTrivia)!);
        }

        return Task.CompletedTask;
    }
}
