using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0003: makes a parameter's type what the task gives; of a job that goes on, its job or its result.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeType))]
[Shared]
public sealed class ChangeType() : PlaybookFix(Rules.WrongResultType)
{
    private protected override Task OfferAsync(Place place)
    {
        foreach (var key in new[] { Mend.Type, Mend.JobType })
        {
            if (place[key] is { } type && place.Find<ParameterSyntax>()?.Type is { } old)
            {
                place.Offer($"Ask for '{TypeSyntaxes.Short(type)}'", key, old, TypeSyntaxes.Parse(type).WithTriviaFrom(old));
            }
        }

        return Task.CompletedTask;
    }
}
