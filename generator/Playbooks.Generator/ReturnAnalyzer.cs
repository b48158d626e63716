using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator;

/// <summary>PB0033: types that hide what a member returns, so that tasks silently do not run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReturnAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.HiddenReturn];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeReturn, OperationKind.Return, OperationKind.YieldReturn);
        context.RegisterOperationAction(AnalyzeConversion, OperationKind.Conversion);
        context.RegisterOperationAction(AnalyzeStatement, OperationKind.ExpressionStatement);
    }

    /// <summary>Analyzes a module that is created but not used.</summary>
    private static void AnalyzeStatement(OperationAnalysisContext context)
    {
        if (((IExpressionStatementOperation)context.Operation).Operation is IObjectCreationOperation { Type: INamedTypeSymbol made } creation
            && HiddenReturn.Discarded(Member(context), made, isWhole: creation.Syntax.Parent is ArrowExpressionClauseSyntax) is { } hidden)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.HiddenReturn,
                creation.Syntax.GetLocation(),
                Mend.With(Mend.Type, hidden.Wanted),
                Member(context).Name,
                TypeNames.Shown(made),
                hidden.Message));
        }
    }

    private static void AnalyzeReturn(OperationAnalysisContext context)
    {
        var member = Member(context);
        if (TaskShape.TypeOf(member) is { } declared
            && context.Operation is IReturnOperation { ReturnedValue: { } value }
            && !IsWithinFunction(context.Operation))
        {
            Report(context, value, returned => HiddenReturn.Of(member, declared, returned, context.Operation.Kind == OperationKind.YieldReturn));
        }
    }

    /// <summary>Analyzes conversions anywhere else: an item of a collection, a local, the result of a lambda.</summary>
    private static void AnalyzeConversion(OperationAnalysisContext context)
    {
        if (context.Operation is IConversionOperation { IsImplicit: true, OperatorMethod: null, Type: { } taken } conversion && !IsReturned(conversion))
        {
            Report(context, conversion.Operand, given => HiddenReturn.Taken(taken, given));
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation value, Func<INamedTypeSymbol, HiddenReturn?> judge)
    {
        foreach (var written in Written(value).Where(written => written.Type is INamedTypeSymbol))
        {
            var given = (INamedTypeSymbol)written.Type!;
            if (judge(given) is { } hidden)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.HiddenReturn,
                    written.Syntax.GetLocation(),
                    Mend.With(Mend.Type, hidden.Wanted),
                    Member(context).Name,
                    TypeNames.Shown(given),
                    hidden.Message));
            }
        }
    }

    private static ISymbol Member(OperationAnalysisContext context) =>
        (context.ContainingSymbol as IMethodSymbol)?.AssociatedSymbol ?? context.ContainingSymbol;

    /// <summary>Returns a value before its conversion to the member's type.</summary>
    private static IEnumerable<IOperation> Written(IOperation value) => value switch
    {
        IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion => Written(conversion.Operand),
        IConditionalOperation { WhenFalse: { } otherwise } choice => Written(choice.WhenTrue).Concat(Written(otherwise)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Written(arm.Value)),
        ICoalesceOperation choice => Written(choice.Value).Concat(Written(choice.WhenNull)),
        _ => [value],
    };

    /// <summary>Whether the conversion follows from the member's own type.</summary>
    private static bool IsReturned(IOperation value) => value.Parent switch
    {
        IReturnOperation answer => !IsWithinFunction(answer),
        IConversionOperation { IsImplicit: true }
            or IConditionalOperation
            or ISwitchExpressionArmOperation
            or ISwitchExpressionOperation
            or ICoalesceOperation =>
            IsReturned(value.Parent),
        _ => false,
    };

    private static bool IsWithinFunction(IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}
