using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0004: declares a parameter as nullable, because its task may be skipped.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AskForNullable))]
[Shared]
public sealed class AskForNullable() : PlaybookFix(Rules.MayBeSkipped)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<ParameterSyntax>()?.Type is { } type)
        {
            var nullable = SyntaxFactory.NullableType(type.WithoutTrivia()).WithTriviaFrom(type);
            place.Offer($"Declare the parameter as '{nullable}'", "Nullable", type, nullable);
        }

        return Task.CompletedTask;
    }
}
