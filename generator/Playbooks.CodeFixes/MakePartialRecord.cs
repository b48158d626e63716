using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;
using Playbooks.Generator.Reading.Checks;

namespace Playbooks.CodeFixes;

/// <summary>PB0001: turns a playbook into a partial record, or makes its containing type partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialRecord))]
[Shared]
public sealed class MakePartialRecord() : PlaybookFix(Rules.PartialRecord)
{
    private protected override async Task OfferAsync(Place place)
    {
        if (place[Mend.Kind] is not { } kind
            || place.Find<TypeDeclarationSyntax>() is not { } declaration
            || await place.Document.GetSemanticModelAsync(place.Token).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(declaration, place.Token) is not { } type)
        {
            return;
        }

        var title = kind == RecordShape.MakeRecord ? $"Make '{type.Name}' a partial record" : $"Make '{type.Name}' partial";
        place.Offer(title, kind, token => MendAsync(place.Document.Project.Solution, type, kind == RecordShape.MakeRecord, token));
    }

    /// <summary>All parts of a type must have the same modifiers.</summary>
    private static async Task<Solution> MendAsync(Solution solution, INamedTypeSymbol type, bool isRecord, CancellationToken token)
    {
        foreach (var file in type.DeclaringSyntaxReferences.GroupBy(reference => reference.SyntaxTree))
        {
            if (solution.GetDocumentId(file.Key) is not { } id || await file.Key.GetRootAsync(token).ConfigureAwait(false) is not { } root)
            {
                continue;
            }

            var parts = file.Select(reference => reference.GetSyntax(token)).OfType<TypeDeclarationSyntax>();
            solution = solution.WithDocumentSyntaxRoot(
                id, root.ReplaceNodes(parts, (_, part) => Partial(isRecord && part is ClassDeclarationSyntax declaration ? Record(declaration) : part)));
        }

        return solution;
    }

    private static TypeDeclarationSyntax Partial(TypeDeclarationSyntax part)
    {
        if (part.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return part;
        }

        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (part.Modifiers.Count == 0)
        {
            partial = partial.WithLeadingTrivia(part.Keyword.LeadingTrivia);
            part = part.WithKeyword(part.Keyword.WithLeadingTrivia());
        }

        return part.WithModifiers(part.Modifiers.Add(partial));
    }

    private static RecordDeclarationSyntax Record(ClassDeclarationSyntax part) => SyntaxFactory.RecordDeclaration(
        SyntaxKind.RecordDeclaration,
        part.AttributeLists,
        part.Modifiers,
        SyntaxFactory.Token(SyntaxKind.RecordKeyword).WithTriviaFrom(part.Keyword),
        classOrStructKeyword: default,
        part.Identifier,
        part.TypeParameterList,
        part.ParameterList,
        part.BaseList,
        part.ConstraintClauses,
        part.OpenBraceToken,
        part.Members,
        part.CloseBraceToken,
        part.SemicolonToken);
}
