using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>CA1822 says "mark it static" of what uses nothing of its instance; of a task that would be bad advice.</summary>
public sealed class TaskSuppressorTests
{
    [Fact]
    public async Task Tasks_need_not_be_static_and_helpers_may()
    {
        var run = GeneratorRun.Of("""
            public abstract record Base { public Command Stop() => new("stop"); }

            [Playbook("all")]
            public partial record Nightly : Base
            {
                public Command Backup => new("true");
                private bool Helper => true;
                public bool Condition(Host host) => Helper && host.Name == "";
            }

            [Playbook]
            public partial record Site { public Nightly Everything => new(); }
            """);
        var analyzers = run.Output.WithAnalyzers(
            [new MarkStatic(), new TaskSuppressor()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true));
        var said = (await analyzers.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
            .Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == "Source0.cs");
        Assert.Equal(
            ["Backup", "Everything", "Stop"],
            said
                .Where(diagnostic => diagnostic.IsSuppressed)
                .Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))
                .Order());
    }

    /// <summary>Says CA1822 of every property and method.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class MarkStatic : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor _rule = new("CA1822", "Mark it static", "{0}", "Performance", DiagnosticSeverity.Warning, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [_rule];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(
                symbol => symbol.ReportDiagnostic(Diagnostic.Create(_rule, symbol.Symbol.Locations[0], symbol.Symbol.Name)),
                SymbolKind.Property,
                SymbolKind.Method);
        }
    }
}
