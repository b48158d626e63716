using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Playbooks.Generator.Reading;

namespace Playbooks.Generator;

/// <summary>PB0033: a member whose type says less than what it returns, so that tasks silently do not run.</summary>
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
        context.RegisterOperationAction(Analyze, OperationKind.Return, OperationKind.YieldReturn);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var member = (context.ContainingSymbol as IMethodSymbol)?.AssociatedSymbol ?? context.ContainingSymbol;
        if (member is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false }
            || TaskShape.TypeOf(member) is not { } declared
            || context.Operation is not IReturnOperation { ReturnedValue: { } value }
            || IsWithinFunction(context.Operation))
        {
            return;
        }

        foreach (var written in Written(value).Where(written => written.Type is INamedTypeSymbol))
        {
            var returned = (INamedTypeSymbol)written.Type!;
            if (HiddenReturn.Of(member, declared, returned, context.Operation.Kind == OperationKind.YieldReturn) is { } hidden)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.HiddenReturn, written.Syntax.GetLocation(), Mend.With(Mend.Type, hidden.Wanted), member.Name, TypeNames.Shown(returned), hidden.Message));
            }
        }
    }

    /// <summary>What a value is before it is made the member's type.</summary>
    private static IEnumerable<IOperation> Written(IOperation value) => value switch
    {
        IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion => Written(conversion.Operand),
        IConditionalOperation { WhenFalse: { } otherwise } choice => Written(choice.WhenTrue).Concat(Written(otherwise)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Written(arm.Value)),
        ICoalesceOperation choice => Written(choice.Value).Concat(Written(choice.WhenNull)),
        _ => [value],
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
