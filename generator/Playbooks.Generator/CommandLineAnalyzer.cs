using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator;

/// <summary>
/// PB0011, PB0032 and PB0041: a text becomes a command line only if it is a constant. Interpolated strings are not converted, because the compiler builds the
/// command line from them hole by hole. The value of a hole must have a text that programs can use, and must be at a place where a shell reads it
/// only as data.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommandLineAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnquotedCommandLine, Rules.WholeObject, Rules.OpenHole];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Conversion);
        context.RegisterOperationAction(AnalyzeHole, OperationKind.InterpolatedStringAppendFormatted);
        context.RegisterOperationAction(AnalyzeLine, OperationKind.InterpolatedStringHandlerCreation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion is { OperatorMethod: not null, Operand: { Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } operand }
            && PlaybookTypes.Is(conversion.Type, KnownTypes.CommandLine))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.UnquotedCommandLine, operand.Syntax.GetLocation()));
        }
    }

    private static void AnalyzeHole(OperationAnalysisContext context)
    {
        if (((IInterpolatedStringAppendOperation)context.Operation).AppendCall is not IInvocationOperation { Arguments.IsEmpty: false } call
            || !PlaybookTypes.Is(call.TargetMethod.ContainingType, KnownTypes.CommandLine))
        {
            return;
        }

        var argument = call.Arguments[0];
        var value = argument.Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : argument.Value;
        if (value.Type is { } type && WholeObjects.Member(type) is { } member)
        {
            var text = value.Syntax.ToString();
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.WholeObject, value.Syntax.GetLocation(), text, TypeNames.Shown(type), member.Length > 0 ? CommandAdvice.SuchAs(text, member) : ""));
        }
    }

    private static void AnalyzeLine(OperationAnalysisContext context)
    {
        if (context.Operation is IInterpolatedStringHandlerCreationOperation line && PlaybookTypes.Is(line.Type, KnownTypes.CommandLine))
        {
            foreach (var (hole, reason) in OpenHoles.In(line))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.OpenHole, hole.GetLocation(), hole.ToString(), reason));
            }
        }
    }
}
