using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Readers;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator;

/// <summary>Suppresses the suggestion to make a task static, also in base records, because a static member is not a task (PB0020).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor _static = new("PBS001", "CA1822", ShapeAdvice.StaticTask);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [_static];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && context.GetSemanticModel(tree).GetDeclaredSymbol(
                    tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan), context.CancellationToken) is { } member
                && member is { DeclaredAccessibility: Accessibility.Public, ContainingType.IsRecord: true }
                && (TaskShape.Of(member).Task ?? SiteReader.Play(member)) is not null)
            {
                context.ReportSuppression(Suppression.Create(_static, diagnostic));
            }
        }
    }
}
