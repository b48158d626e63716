using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generator.Reading;
using Playbooks.Generator.Reading.Results;

namespace Playbooks.Generator;

/// <summary>PB0042 and PB0043: results that write themselves, and what of a result cannot be written and read back.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResultAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.WritesItself, Rules.Unwritten];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static symbol => Analyze(symbol), SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind == TypeKind.Class && ResultTypes.IsResult(type))
        {
            ResultReader.Read(type, context.Compilation, new Sink(context));
        }
    }

    private sealed class Sink(SymbolAnalysisContext context) : IProblems
    {
        public void Report(Diagnostic problem) => context.ReportDiagnostic(problem);
    }
}
