using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0011: chooses between two modules instead of two texts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveNewIntoBranches))]
[Shared]
public sealed class MoveNewIntoBranches() : PlaybookFix(Rules.UnquotedCommandLine)
{
    private protected override async Task OfferAsync(Place place)
    {
        if (place.Find<ExpressionSyntax>() is { } choice
            && choice.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax creation }
            && creation.ArgumentList?.Arguments.FirstOrDefault()?.Expression == choice
            && await place.Document.GetSemanticModelAsync(place.Token).ConfigureAwait(false) is { } model
            && Branches(choice, text => creation.ReplaceNode(choice, text.WithoutTrivia()).WithTriviaFrom(text), model) is { } moved)
        {
            ExpressionSyntax whole = creation.Parent is ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArgumentSyntax
                ? moved
                : SyntaxFactory.ParenthesizedExpression(moved);
            place.Offer("Move 'new' into the branches of the condition", "Branches", creation, whole.WithTriviaFrom(creation));
        }
    }

    /// <summary>The choice with a module in each branch; nothing if the values in the text of a branch would still not be quoted.</summary>
    private static ExpressionSyntax? Branches(ExpressionSyntax choice, Func<ExpressionSyntax, ExpressionSyntax> module, SemanticModel model)
    {
        switch (choice)
        {
            case ParenthesizedExpressionSyntax { Expression: ConditionalExpressionSyntax or SwitchExpressionSyntax } parenthesized:
                return Branches(parenthesized.Expression, module, model)?.WithTriviaFrom(parenthesized);
            case ConditionalExpressionSyntax conditional:
                return Branch(conditional.WhenTrue, module, model) is { } whenTrue && Branch(conditional.WhenFalse, module, model) is { } whenFalse
                    ? conditional.WithWhenTrue(whenTrue).WithWhenFalse(whenFalse)
                    : null;
            case SwitchExpressionSyntax cases:
                var arms = cases.Arms.Select(arm => Branch(arm.Expression, module, model)).ToList();
                return arms.Contains(null) ? null : cases.ReplaceNodes(cases.Arms, (arm, _) => arm.WithExpression(arms[cases.Arms.IndexOf(arm)]!));
            default:
                return null;
        }
    }

    private static ExpressionSyntax? Branch(ExpressionSyntax branch, Func<ExpressionSyntax, ExpressionSyntax> module, SemanticModel model) =>
        Branches(branch, module, model)
        ?? (branch is InterpolatedStringExpressionSyntax || model.GetConstantValue(branch).Value is string ? module(branch) : null);
}
