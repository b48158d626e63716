using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Playbooks.CodeFixes.Editing;

/// <summary>Adds parameters to a task.</summary>
internal static class AskedParameters
{
    /// <summary>The task with more parameters; a property becomes a method.</summary>
    /// <param name="member">The task.</param>
    /// <param name="asked">The parameters: a type from <c>global::</c> on, and a name.</param>
    /// <returns><see langword="null"/> if the member cannot have parameters.</returns>
    internal static MemberDeclarationSyntax? Add(MemberDeclarationSyntax member, IReadOnlyList<string> asked) => member switch
    {
        _ when asked.Count == 0 => member,
        MethodDeclarationSyntax method => method.WithParameterList(With(method.ParameterList, asked)),
        PropertyDeclarationSyntax { ExpressionBody: { } body } property => Method(property, asked, block: null, body, property.SemicolonToken),
        PropertyDeclarationSyntax { AccessorList.Accessors: { Count: 1 } accessors } property =>
            Method(property, asked, accessors[0].Body, accessors[0].ExpressionBody, accessors[0].SemicolonToken),
        _ => null,
    };

    private static MethodDeclarationSyntax Method(
        PropertyDeclarationSyntax property, IReadOnlyList<string> asked, BlockSyntax? block, ArrowExpressionClauseSyntax? expression, SyntaxToken end) =>
        SyntaxFactory.MethodDeclaration(
            property.AttributeLists,
            property.Modifiers,
            property.Type,
            property.ExplicitInterfaceSpecifier,
            property.Identifier.WithTrailingTrivia(),
            typeParameterList: null,
            With(SyntaxFactory.ParameterList().WithTrailingTrivia(property.Identifier.TrailingTrivia), asked),
            constraintClauses: default,
            block,
            expression,
            end).WithTrailingTrivia(property.GetTrailingTrivia());

    private static ParameterListSyntax With(ParameterListSyntax list, IReadOnlyList<string> asked) =>
        list.AddParameters([.. asked.Select(Parameter)]).WithAdditionalAnnotations(Formatter.Annotation);

    private static ParameterSyntax Parameter(string asked)
    {
        var space = asked.LastIndexOf(' ');
        return SyntaxFactory.Parameter(SyntaxFactory.Identifier(asked.Substring(space + 1)))
            .WithType(TypeSyntaxes.Parse(asked.Substring(0, space)).WithTrailingTrivia(SyntaxFactory.Space));
    }
}
