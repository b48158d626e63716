using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;

namespace Playbooks.CodeFixes;

/// <summary>A code fix for one or several rules. The rule writes the values that the fix needs into the diagnostic.</summary>
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

    /// <summary>Offers the fixes of one diagnostic.</summary>
    private protected abstract Task OfferAsync(Place place);
}
