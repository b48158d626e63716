using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Playbooks.Generator.Reading;

namespace Playbooks.Generator;

/// <summary>
/// PB0011: a text becomes a command line only if it is a constant. An interpolated string does not come by here, because the
/// compiler makes the command line of it, hole by hole.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommandLineAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnquotedCommandLine];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Conversion);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion is { OperatorMethod: not null, Operand: { Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } operand }
            && PlaybookTypes.Is(conversion.Type, "CommandLine"))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.UnquotedCommandLine, operand.Syntax.GetLocation()));
        }
    }
}
