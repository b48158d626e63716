using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator;

/// <summary>
/// PB0014: the pattern of a playbook names groups and hosts of the inventory. The package passes the inventory to the compiler as an additional file
/// that its metadata marks.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InventoryAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The metadata by which the package marks an inventory.</summary>
    internal const string Metadata = "build_metadata.AdditionalFiles.PlaybooksInventory";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnknownPattern];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var files = start.Options.AdditionalFiles.Where(file => IsInventory(start.Options.AnalyzerConfigOptionsProvider.GetOptions(file))).ToList();
            var texts = files.Select(file => file.GetText(start.CancellationToken)?.ToString()).ToList();
            if (files.Count > 0 && InventoryNames.Of(texts) is { } names)
            {
                var source = string.Join(", ", files.Select(file => Path.GetFileName(file.Path)));
                start.RegisterSymbolAction(symbol => Analyze(symbol, names, source), SymbolKind.NamedType);
            }
        });
    }

    private static bool IsInventory(AnalyzerConfigOptions options) => options.TryGetValue(Metadata, out var value) && value == "true";

    private static void Analyze(SymbolAnalysisContext context, InventoryNames names, string source)
    {
        if (PlaybookTypes.PlaybookAttributeOf((INamedTypeSymbol)context.Symbol) is not { } attribute
            || attribute.Positional<string>(0) is not { } pattern
            || attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken)
                is not AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments })
        {
            return;
        }

        foreach (var term in names.Unknown(pattern))
        {
            var nearest = names.Nearest(term);
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.UnknownPattern,
                arguments[0].GetLocation(),
                Mend.With(Mend.Name, nearest).Add(Mend.Old, term),
                term,
                source,
                nearest is null ? CommandAdvice.CorrectPattern : CommandAdvice.DidYouMean(nearest)));
        }
    }
}
