using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0003: changes a parameter's type to the type of the task's result or, if the task has <c>Poll = 0</c>, of its job.</summary>
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
                place.Offer($"Declare the parameter as '{TypeSyntaxes.Short(type)}'", key, old, TypeSyntaxes.Parse(type).WithTriviaFrom(old));
            }
        }

        return Task.CompletedTask;
    }
}
