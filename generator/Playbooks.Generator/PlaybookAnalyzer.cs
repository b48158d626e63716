using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generator.Reading;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Readers;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator;

/// <summary>Reports the errors of playbooks. It uses the generator's reader, with a sink that reports.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlaybookAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.PartialRecord, Rules.NoEarlierTask, Rules.WrongResultType, Rules.MayBeSkipped, Rules.NoJob, Rules.NobodyWaits,
        Rules.OutOfRange, Rules.PollNotBelowLimit, Rules.UnusualPoll, Rules.GivesUpEarly, Rules.WrongTarget, Rules.OutsideOrder,
        Rules.VariableNotGiven, Rules.NameTaken, Rules.MisplacedAttribute, Rules.HiddenModule, Rules.NullableOff,
        Rules.MutableState, Rules.CommandLineName, Rules.NoKey, Rules.ForgottenPublic, Rules.NoValue,
        Rules.BlockJob, Rules.NeverRuns, Rules.PartOrder, Rules.OwnBlock,
        Rules.SiteMember, Rules.NoTask, Rules.NoModule,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // Playbooks with one base record share its mistakes: each is told once.
            var told = new ConcurrentDictionary<Diagnostic, bool>();
            start.RegisterSymbolAction(symbol => Analyze(symbol, told), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentDictionary<Diagnostic, bool> told)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (PlaybookTypes.AttributeOf(type) is not null)
        {
            var sink = new Sink(context, told);
            PlaybookReader.Read(type, sink, context.CancellationToken);
            if (PlaybookTypes.PlaybookAttributeOf(type) is not null)
            {
                CommandNames.Check(type, context.Compilation, new Problems(type, sink), context.CancellationToken);
            }
        }
        else if (PlaybookTypes.IsHostVars(type))
        {
            HostVarsRecordReader.Read(type, new Sink(context, told), context.CancellationToken);
        }
    }

    private sealed class Sink(SymbolAnalysisContext context, ConcurrentDictionary<Diagnostic, bool> told) : IProblemSink
    {
        public void Report(Diagnostic problem)
        {
            if (told.TryAdd(problem, true))
            {
                context.ReportDiagnostic(problem);
            }
        }
    }
}
