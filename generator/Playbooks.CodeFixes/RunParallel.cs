using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0005 and PB0016: replaces <c>[Async]</c> by <c>[Parallel]</c>, which runs the task beside the tasks that follow.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RunParallel))]
[Shared]
public sealed class RunParallel() : PlaybookFix(Rules.NoJob, Rules.BlockJob)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place[Mend.Attribute] is { } name && place.Find<AttributeSyntax>() is { } attribute)
        {
            var beside = SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name)).WithTriviaFrom(attribute);
            place.Offer($"Write [{name}] instead of [Async]", name, place.Root.ReplaceNode(attribute, beside));
        }

        return Task.CompletedTask;
    }
}
