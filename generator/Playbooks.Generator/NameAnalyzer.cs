using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Playbooks.Generator.Emission;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Model.Mends;
using Playbooks.Generator.Reading.Braces;
using Playbooks.Generator.Reading.Names;
using Playbooks.Generator.Reading.Slips;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator;

/// <summary>
/// PB0038, PB0039 and PB0020: names in the bodies of members that C# does not know, but that Ansible has, or that a parameter would
/// provide. In declarations, the generator reports these names, because C# then runs no analyzer.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnknownName, Rules.ForeignWord, Rules.HiddenModule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeName, SyntaxKind.IdentifierName, SyntaxKind.GenericName);
        context.RegisterSyntaxNodeAction(AnalyzeNew, SyntaxKind.ImplicitObjectCreationExpression);
    }

    /// <summary>PB0020: a member that creates a module but has another type: <c>public bool Backup => new("backup.sh")</c>.</summary>
    private static void AnalyzeNew(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } made
            && made.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax
            && made.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { Parent: TypeDeclarationSyntax part } declaration
            && IsMarked(part)
            && context.SemanticModel.GetSymbolInfo(made, context.CancellationToken).Symbol is null
            && context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is { DeclaredAccessibility: Accessibility.Public } member
            && TaskShape.TypeOf(member) is { SpecialType: not (SpecialType.None or SpecialType.System_Object) } type)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.HiddenModule, member.Locations[0], member.Name, ShapeAdvice.TypeOfAnother(TypeNames.Shown(type))));
        }
    }

    private static void AnalyzeName(SyntaxNodeAnalysisContext context)
    {
        var name = (SimpleNameSyntax)context.Node;
        if (name.Identifier.IsMissing)
        {
            return;
        }

        if (IsMember(name))
        {
            if (ResultNames.Of(name, context.SemanticModel, context.CancellationToken) is { } member)
            {
                Report(context, name, new(member.Name is { } meant ? new HoleModel(meant) : null, Advice: member.Advice));
            }
        }
        else if (IsInBody(name) && name.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part && IsMarked(part))
        {
            AnalyzeWord(context, name);
        }
    }

    private static void AnalyzeWord(SyntaxNodeAnalysisContext context, SimpleNameSyntax name)
    {
        if (char.IsUpper(name.Identifier.ValueText[0]))
        {
            if (IsType(name) && ForeignType.Advice(name, context.SemanticModel, context.CancellationToken) is { } advice)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.ForeignWord, name.GetLocation(), name.ToString(), advice));
            }
        }
        else if (context.SemanticModel.GetSymbolInfo(name, context.CancellationToken) is { Symbol: null, CandidateSymbols.IsEmpty: true }
            && context.ContainingSymbol is { } around
            && BraceScope.RecordOf(around) is { } record
            && new BraceScope(context.SemanticModel, name.SpanStart, record, BraceScope.MemberOf(around, record), context.CancellationToken)
                .MeaningInCode(name.Identifier.ValueText) is { } meaning)
        {
            Report(context, name, meaning);
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, SimpleNameSyntax name, BracedMeaning meaning)
    {
        var written = meaning.Hole is { } hole && MendEmitter.Hole(hole) is var code && code != name.Identifier.ValueText ? BraceAdvice.Write(code) : null;
        var asked = meaning.Asked is { } parameter ? BraceAdvice.AskByParameter(parameter) : null;
        var mend = meaning.IsPlain ? Mended(meaning) : ImmutableDictionary<string, string?>.Empty;
        var advice = meaning.Hole is null
            ? meaning.Advice ?? asked ?? ""
            : string.Join(BraceAdvice.And, new[] { asked, written }.OfType<string>());
        context.ReportDiagnostic(Diagnostic.Create(Rules.UnknownName, name.GetLocation(), mend, name.Identifier.ValueText, advice));
    }

    private static ImmutableDictionary<string, string?> Mended(BracedMeaning meaning) =>
        Mend.With(Mend.Text, MendEmitter.Hole(meaning.Hole!)).Add(Mend.Asked, MendEmitter.Parameters(meaning.Parameter is { } asked ? [asked] : []));

    private static bool IsMember(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Name == name) || name.Parent is MemberBindingExpressionSyntax;

    /// <summary>Whether a static class cannot be written here, as it can in <c>File.Exists(path)</c>.</summary>
    private static bool IsType(SimpleNameSyntax name) =>
        name.Parent is ObjectCreationExpressionSyntax
            or InvocationExpressionSyntax
            or TypeArgumentListSyntax
            or VariableDeclarationSyntax
            or CastExpressionSyntax;

    private static bool IsInBody(SimpleNameSyntax name) =>
        name.Parent is not (NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax)
        && !(name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name)
        && name
            .Ancestors()
            .TakeWhile(node => node is not MemberDeclarationSyntax)
            .Any(node => node is BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax);

    /// <summary>Whether a record has the attribute of a playbook or block, by syntax alone. This is fast, because most code is neither.</summary>
    private static bool IsMarked(TypeDeclarationSyntax part) => part.AttributeLists.SelectMany(list => list.Attributes)
        .Any(attribute => attribute.Name.ToString() is var name && (name.Contains("Playbook") || name.Contains("Block")));
}
