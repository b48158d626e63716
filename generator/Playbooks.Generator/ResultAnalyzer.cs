using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generator.Reading;
using Playbooks.Generator.Reading.Results;

namespace Playbooks.Generator;

/// <summary>PB0042 and PB0043: results that override <c>WriteProperties</c>, and parts of results that cannot be written and read back.</summary>
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
        context.RegisterCompilationStartAction(static start =>
        {
            // Modules may give results of one generic type: what is wrong with it is told once.
            var told = new ConcurrentDictionary<(Location, string), bool>();
            start.RegisterSymbolAction(symbol => Analyze(symbol, told), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentDictionary<(Location, string), bool> told)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind == TypeKind.Class && (ResultTypes.IsResult(type) ? type : ResultReader.Given(type)) is { } result)
        {
            ResultReader.Read(result, context.Compilation, new Sink(context, told));
        }
    }

    private sealed class Sink(SymbolAnalysisContext context, ConcurrentDictionary<(Location, string), bool> told) : IProblemSink
    {
        public void Report(Diagnostic problem)
        {
            if (told.TryAdd((problem.Location, problem.GetMessage(CultureInfo.InvariantCulture)), true))
            {
                context.ReportDiagnostic(problem);
            }
        }
    }
}
