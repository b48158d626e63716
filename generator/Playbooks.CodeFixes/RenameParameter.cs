using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Rename;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0002: renames a parameter to the earlier task with the nearest name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameParameter))]
[Shared]
public sealed class RenameParameter() : PlaybookFix(Rules.NoEarlierTask)
{
    private protected override async Task OfferAsync(Place place)
    {
        if (place[Mend.Name] is { } name
            && place.Find<ParameterSyntax>() is { } parameter
            && await place.Document.GetSemanticModelAsync(place.Token).ConfigureAwait(false) is { } model
            && model.GetDeclaredSymbol(parameter, place.Token) is { ContainingSymbol: IMethodSymbol method } symbol
            && method.Parameters.All(other => other.Name != name))
        {
            place.Offer(
                $"Rename the parameter to '{name}'",
                "Rename",
                token => Renamer.RenameSymbolAsync(place.Document.Project.Solution, symbol, default, name, token));
        }
    }
}
