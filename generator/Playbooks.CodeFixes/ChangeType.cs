using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;
using Playbooks.Generator.Emission;
using Playbooks.Generator.Model.Steps;

namespace Playbooks.CodeFixes;

/// <summary>PB0003: changes a parameter's type to the type of the task's result or, if the task has <c>Poll = 0</c>, of its job.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeType))]
[Shared]
public sealed class ChangeType() : PlaybookFix(Rules.WrongResultType)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Given is { } given && place.Find<ParameterSyntax>()?.Type is { } old)
        {
            Offer(given with { Kind = GivenKind.Result });
            if (given.Kind == GivenKind.Job)
            {
                Offer(given);
            }

            void Offer(GivenModel wanted)
            {
                var type = Types.Of(wanted);
                place.Offer(
                    $"Declare the parameter as '{TypeSyntaxes.Short(type)}'", wanted.Kind.ToString(), old, TypeSyntaxes.Parse(type).WithTriviaFrom(old));
            }
        }

        return Task.CompletedTask;
    }
}
