using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator;

/// <summary>PB0027: a constant that a module or the options of a run use as a user, but that cannot be the name of a user.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UserAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NoValue];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: var property }
            && assignment.Value is { ConstantValue: { HasValue: true, Value: string user } } value
            && IsUser(property)
            && ValueChecks.WhyNoUser(user) is { } why)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.NoValue, value.Syntax.GetLocation(), ValueChecks.Quoted(user), property.Name, why));
        }
    }

    private static bool IsUser(IPropertySymbol property) =>
        (property.Name == "Become" && PlaybookTypes.Is(property.ContainingType, KnownTypes.Module, arity: 1))
        || (property.Name == "BecomeUser" && PlaybookTypes.Is(property.ContainingType, KnownTypes.RunOptions));
}
