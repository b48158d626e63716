using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator;

/// <summary>PB0028 and PB0029: reads the line of a <c>Command</c> as the run does.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CommandAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NoShell, Rules.UnreadableCommandLine];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (PlaybookTypes.Is(creation.Type, KnownTypes.Command)
            && creation.Arguments.FirstOrDefault(argument => PlaybookTypes.Is(argument.Parameter?.Type, KnownTypes.CommandLine))?.Value is { } line
            && WrittenCommandLine.Of(line) is { } written)
        {
            var place = line.Syntax.GetLocation();
            if (written.Flaw is { } flaw)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.UnreadableCommandLine, place, flaw));
            }
            else if (ShellWord.In(written.Plain) is var (word, what))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.NoShell, place, Mend.With(Mend.Name, KnownTypes.Shell), word, what));
            }
        }
    }
}
