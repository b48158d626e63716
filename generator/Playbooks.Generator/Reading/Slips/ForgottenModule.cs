using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Slips;

/// <summary>PB0040: a public member that was probably intended as a task or a condition: it returns nothing or a <c>bool</c>, and nothing uses it.</summary>
internal static class ForgottenModule
{
    internal static void Check(ISymbol member, Problems problems)
    {
        if (problems.IsHeard
            && What(member) is var (what, way)
            && PlaybookTypes.AttributeOf(member.ContainingType) is not null
            && !IsOfAnother(member)
            && member.ContainingAssembly is ISourceAssemblySymbol { Compilation: { } program }
            && !program.SyntaxTrees.Any(tree => ForgottenPublic.IsNamed(member, tree.GetRoot()))
            && !MakesModule(member, program))
        {
            problems.Report(Rules.NoModule, problems.At(member), member.Name, what, way);
        }
    }

    private static (string What, string Way)? What(ISymbol member) => member switch
    {
        { IsStatic: true } => null,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method when method.ReturnsVoid || IsTask(method.ReturnType) => (ReturnAdvice.Nothing, ""),
        IMethodSymbol { MethodKind: MethodKind.Ordinary, ReturnType.SpecialType: SpecialType.System_Boolean } or
        IPropertySymbol { SetMethod: null, Type.SpecialType: SpecialType.System_Boolean } =>
            (ReturnAdvice.UnusedBool, ReturnAdvice.NameInWhen(member.Name)),
        _ => null,
    };

    private static bool IsTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: false, Name: "Task" or "ValueTask" }
        && type.ContainingNamespace is { Name: "Tasks", ContainingNamespace.Name: "Threading" };

    /// <summary>Whether a base type or an interface requires it.</summary>
    private static bool IsOfAnother(ISymbol member) => member.IsOverride || member.ContainingType.AllInterfaces
        .SelectMany(face => face.GetMembers(member.Name))
        .Any(asked => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(asked), member));

    /// <summary>Whether it creates a module and does not use it, which PB0033 reports.</summary>
    private static bool MakesModule(ISymbol member, Compilation program) => member.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax().DescendantNodes())
        .OfType<ObjectCreationExpressionSyntax>()
        .Select(
            made =>
                made.Type
                    .DescendantNodesAndSelf()
                    .OfType<SimpleNameSyntax>()
                    .LastOrDefault(name => name.Parent is not TypeArgumentListSyntax)?.Identifier.ValueText)
        .OfType<string>()
        .Any(name => program.GetSymbolsWithName(name, SymbolFilter.Type).OfType<ITypeSymbol>()
            .Concat(program.GetTypeByMetadataName(KnownTypes.Metadata(name)) is { } known ? [known] : [])
            .Any(HiddenReturn.Runs));
}
