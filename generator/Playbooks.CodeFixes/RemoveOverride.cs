using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0042: removes the override, because generated code writes the result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveOverride))]
[Shared]
public sealed class RemoveOverride() : PlaybookFix(Rules.WritesItself)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<MethodDeclarationSyntax>() is { } method)
        {
            place.Offer("Remove the override", "Generated", place.Root.RemoveNode(method, SyntaxRemoveOptions.KeepNoTrivia)!);
        }

        return Task.CompletedTask;
    }
}
