using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Playbooks.Generator.Emission;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Model.Mends;
using Playbooks.Generator.Reading.Braces;
using Playbooks.Generator.Reading.Checks;

namespace Playbooks.Generator;

/// <summary>PB0035 and PB0036: names in braces that remain part of the text although their values were probably wanted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TextAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.DoubleBraces, Rules.NoDollar];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.StringLiteralExpression, SyntaxKind.InterpolatedStringExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var text = (ExpressionSyntax)context.Node;
        if (BracedName.In(text) is not { Count: > 0 } names
            || context.ContainingSymbol is not { } around
            || BraceScope.RecordOf(around) is not { } record
            || TextUse.IsElsewhere(text, context.SemanticModel))
        {
            return;
        }

        var scope = new BraceScope(context.SemanticModel, text.SpanStart, record, BraceScope.MemberOf(around, record), context.CancellationToken);
        var found = names.OrderBy(name => name.Span.Start).Select(name => (Name: name, Meaning: scope.Meaning(name)))
            .Where(item => item.Meaning is not null).Select(item => (item.Name, Meaning: item.Meaning!)).ToList();
        var mend = Mended(text, found);
        foreach (var (name, meaning) in found)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                name.IsDouble ? Rules.DoubleBraces : Rules.NoDollar,
                Location.Create(text.SyntaxTree, name.Span),
                mend,
                text.SyntaxTree.GetText(context.CancellationToken).ToString(name.Span),
                Advice(text, name, meaning)));
        }
    }

    private static string Advice(ExpressionSyntax text, BracedName name, BracedMeaning meaning)
    {
        if (TextUse.IsInAttribute(text))
        {
            return BraceAdvice.InAttribute;
        }

        if (meaning.Hole is not { } hole)
        {
            return meaning.Advice ?? BraceAdvice.WriteInCSharp;
        }

        var code = MendEmitter.Hole(hole);
        if (text is LiteralExpressionSyntax && !name.IsDouble && meaning.Asked is null && code == name.Word + name.Rest)
        {
            return BraceAdvice.PutDollar;
        }

        return BraceAdvice.WriteHole(meaning.Asked, code, isPlain: text is LiteralExpressionSyntax);
    }

    /// <summary>All names of a text are fixed at once: after a $, C# would read the remaining ones as holes.</summary>
    private static ImmutableDictionary<string, string?> Mended(ExpressionSyntax text, List<(BracedName Name, BracedMeaning Meaning)> found)
    {
        if (TextUse.IsConstant(text) || text.Parent is BinaryExpressionSyntax || !found.TrueForAll(item => item.Meaning.IsPlain))
        {
            return ImmutableDictionary<string, string?>.Empty;
        }

        List<(TextSpan Span, string Code)> holes = found.ConvertAll(item => (item.Name.Span, MendEmitter.Hole(item.Meaning.Hole!)));
        var asked = found.Select(item => item.Meaning.Parameter).OfType<AskedModel>();
        return Mend.With(Mend.Text, MendedText.Of(text, holes)).Add(Mend.Asked, MendEmitter.Parameters(asked));
    }
}
