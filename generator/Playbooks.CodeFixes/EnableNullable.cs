using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0021: turns nullable annotations on for the whole file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EnableNullable))]
[Shared]
public sealed class EnableNullable() : PlaybookFix(Rules.NullableOff)
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => FixAllProvider.Create(static async (all, document, diagnostics) =>
        await document.GetSyntaxRootAsync(all.CancellationToken).ConfigureAwait(false) is { } root
            ? document.WithSyntaxRoot(Enabled(root, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan.Start)))
            : document);

    private protected override Task OfferAsync(Place place)
    {
        place.Offer("Write '#nullable enable'", "Enable", Enabled(place.Root, [place.Start]));
        return Task.CompletedTask;
    }

    /// <summary>Changes the directive that disables the annotations; a file without one begins with <c>#nullable enable</c>.</summary>
    private static SyntaxNode Enabled(SyntaxNode root, IEnumerable<int> places)
    {
        var directives = root.DescendantNodes(descendIntoTrivia: true).OfType<NullableDirectiveTriviaSyntax>()
            .Where(directive => !directive.TargetToken.IsKind(SyntaxKind.WarningsKeyword))
            .ToList();
        var last = places
            .Select(NullableDirectiveTriviaSyntax? (place) => directives.LastOrDefault(directive => directive.SpanStart < place))
            .Distinct()
            .ToList();
        var enabled = root.ReplaceNodes(
            last.OfType<NullableDirectiveTriviaSyntax>(),
            (_, directive) => directive.WithSettingToken(SyntaxFactory.Token(SyntaxKind.EnableKeyword).WithTriviaFrom(directive.SettingToken)));
        return last.Contains(null) ? AtTheTop(enabled) : enabled;
    }

    /// <summary>Below the file's header, and above the documentation of its first member.</summary>
    private static SyntaxNode AtTheTop(SyntaxNode root)
    {
        var first = root.GetFirstToken(includeZeroWidth: true);
        var place = first.LeadingTrivia.TakeWhile(trivia => !trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)).Count();
        var lineEnd = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found
            ? found.ToString()
            : "\n";
        return root.ReplaceToken(
            first, first.WithLeadingTrivia(first.LeadingTrivia.InsertRange(place, SyntaxFactory.ParseLeadingTrivia($"#nullable enable{lineEnd}"))));
    }
}
