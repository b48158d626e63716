using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.CodeFixes;

/// <summary>PB0005 and PB0028: replaces the module by one that can do this.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceModule))]
[Shared]
public sealed class ReplaceModule() : PlaybookFix(Rules.NoJob, Rules.NoShell)
{
    private protected override async Task OfferAsync(Place place)
    {
        if (place[Mend.Name] is not { } name
            || place.Find<MemberDeclarationSyntax>() is not { } member
            || await place.Document.GetSemanticModelAsync(place.Token).ConfigureAwait(false) is not { } model
            || model.GetDeclaredSymbol(member, place.Token) is not { } symbol
            || TaskShape.Of(symbol).Task?.Module is not { } module)
        {
            return;
        }

        var names = member.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(node => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(node, place.Token).Symbol, module));
        place.Offer(
            $"Use {name} instead of {module.Name}",
            name,
            place.Root.ReplaceNodes(names, (node, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(node)));
    }
}
