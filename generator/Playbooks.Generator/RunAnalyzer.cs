using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Playbooks.Generator.Reading.Checks;

namespace Playbooks.Generator;

/// <summary>PB0037: a run from C# whose report is not used, so that nobody notices a failure.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RunAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NobodyLooks];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeStatement, OperationKind.ExpressionStatement);
        context.RegisterOperationAction(AnalyzeReturn, OperationKind.Return);
    }

    private static void AnalyzeStatement(OperationAnalysisContext context) =>
        Report(context, LostRuns.In(((IExpressionStatementOperation)context.Operation).Operation));

    /// <summary>Analyzes a method that returns a <c>Task</c> without a result. Lambdas are excluded, because a test may expect one to throw.</summary>
    private static void AnalyzeReturn(OperationAnalysisContext context)
    {
        var returned = ((IReturnOperation)context.Operation).ReturnedValue;
        if (returned is IConversionOperation { IsImplicit: true, Type: INamedTypeSymbol { Name: "Task", Arity: 0 } } converted
            && !IsWithinLambda(context.Operation))
        {
            Report(context, LostRuns.In(converted.Operand));
        }
    }

    private static void Report(OperationAnalysisContext context, IEnumerable<LostRun> lost)
    {
        foreach (var run in lost)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.NobodyLooks, run.Place, run.What, run.Advice));
        }
    }

    private static bool IsWithinLambda(IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
