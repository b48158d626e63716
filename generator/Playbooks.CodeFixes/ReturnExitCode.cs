using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Playbooks.CodeFixes.Editing;
using Playbooks.Generator;

namespace Playbooks.CodeFixes;

/// <summary>PB0037: changes the last statement of a program: it prints the run and returns its exit code.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnExitCode))]
[Shared]
public sealed class ReturnExitCode() : PlaybookFix(Rules.NobodyLooks)
{
    private protected override Task OfferAsync(Place place)
    {
        if (place.Find<InvocationExpressionSyntax>() is { Parent: AwaitExpressionSyntax { Parent: ExpressionStatementSyntax statement } awaited } call
            && call.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "RunAsync" or "RunConsoleAsync" } } access
            && Mended(statement, Return(statement, awaited.ReplaceNode(call, Shown(call, access, ArgsOf(statement))))) is var (old, mended))
        {
            place.Offer("Print the run and return its exit code", "Return", old, mended);
        }

        return Task.CompletedTask;
    }

    private static InvocationExpressionSyntax Shown(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, string? args)
    {
        var shown = call.WithExpression(access.WithName(SyntaxFactory.IdentifierName("RunConsoleAsync").WithTriviaFrom(access.Name)));
        return args is null || call.ArgumentList.Arguments.Count > 0 || access.Name.Identifier.ValueText == "RunConsoleAsync"
            ? shown
            : shown.AddArgumentListArguments(SyntaxFactory.Argument(SyntaxFactory.IdentifierName(args)));
    }

    private static ReturnStatementSyntax Return(ExpressionStatementSyntax statement, ExpressionSyntax value) => SyntaxFactory.ReturnStatement(
        SyntaxFactory.Token(statement.GetLeadingTrivia(), SyntaxKind.ReturnKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
        value.WithoutLeadingTrivia(),
        statement.SemicolonToken);

    /// <summary>The name of the program's arguments.</summary>
    private static string? ArgsOf(ExpressionStatementSyntax statement) => statement.Parent is GlobalStatementSyntax
        ? "args"
        : statement.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ParameterList.Parameters.FirstOrDefault()?.Identifier.Text;

    /// <summary>The node to replace, and its replacement; nothing if the statement is not the last one of a program.</summary>
    private static (SyntaxNode Old, SyntaxNode Mended)? Mended(ExpressionStatementSyntax statement, ReturnStatementSyntax mended) => statement.Parent switch
    {
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global
            when unit.Members.OfType<GlobalStatementSyntax>().Last() == global && !Returns(unit.Members.OfType<GlobalStatementSyntax>()) =>
            (statement, mended),
        BlockSyntax { Parent: MethodDeclarationSyntax { Identifier.ValueText: "Main", ReturnType: IdentifierNameSyntax task } main } body
            when body.Statements.Last() == statement && !Returns([body]) =>
            (main, main.ReplaceNode(statement, mended).WithReturnType(SyntaxFactory.ParseTypeName($"{task.Identifier.ValueText}<int>").WithTriviaFrom(task))),
        _ => null,
    };

    private static bool Returns(IEnumerable<SyntaxNode> program) => program.Any(part => part
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .OfType<ReturnStatementSyntax>().Any());
}
