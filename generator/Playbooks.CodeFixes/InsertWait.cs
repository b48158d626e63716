using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;
using Playbooks.Generator.Emission;

namespace Playbooks.CodeFixes;

/// <summary>PB0006: inserts a task that waits for the job.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertWait))]
[Shared]
public sealed class InsertWait() : PlaybookFix(Rules.NobodyWaits)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Given is { } job
            && place[Mend.Name] is { } name
            && place[Mend.Parameter] is { } parameter
            && place.Find<MemberDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } member
            && SyntaxFactory.ParseMemberDeclaration(MendEmitter.Wait(name, new(job, parameter))) is { } wait)
        {
            wait = wait
                .WithLeadingTrivia(SyntaxFactory.ElasticLineFeed)
                .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
                .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
            place.Offer("Insert a task that waits for the job", "Wait", type, type.WithMembers(type.Members.Insert(type.Members.IndexOf(member) + 1, wait)));
        }

        return Task.CompletedTask;
    }
}
