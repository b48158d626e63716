using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;

namespace Playbooks.CodeFixes;

/// <summary>A mend of a rule, or of several. What it has to know stands in the diagnostic, put there by the reader of playbooks.</summary>
public abstract class PlaybookFix : CodeFixProvider
{
    private protected PlaybookFix(params IEnumerable<DiagnosticDescriptor> rules) => FixableDiagnosticIds = [.. rules.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root)
        {
            foreach (var diagnostic in context.Diagnostics)
            {
                await OfferAsync(new(context, root, diagnostic)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Offers the mends of one diagnostic.</summary>
    private protected abstract Task OfferAsync(Place place);
}
