using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Slips;

/// <summary>PB0039 and PB0020: types of members and parameters that C# does not know, or does not allow there.</summary>
internal static class TypeMistakes
{
    internal static void Read(INamedTypeSymbol type, TypeDeclarationSyntax part, SemanticModel model, Mistakes mistakes, CancellationToken token)
    {
        foreach (var slot in Slots(part))
        {
            foreach (var name in slot.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
            {
                if (ForeignType.Advice(name, model, token) is { } advice)
                {
                    mistakes.Add(Rules.ForeignWord, name.GetLocation(), name.ToString(), advice);
                }
                else if (name is { Identifier.ValueText: KnownTypes.Results, Parent: QualifiedNameSyntax results } && results.Right == name
                    && Unmarked(results.Left, model, token) is { } block)
                {
                    var member = RecordMembers.Declared(type).FirstOrDefault(
                        member => SymbolEqualityComparer.Default.Equals(TaskShape.TypeOf(member), block))?.Name
                        ?? block.Name;
                    mistakes.Add(Rules.HiddenModule, results.GetLocation(), member, ShapeAdvice.NoBlock(block.Name));
                }
            }
        }
    }

    /// <summary>Returns the record with tasks but without <c>[Block]</c> whose results a parameter has.</summary>
    private static INamedTypeSymbol? Unmarked(NameSyntax name, SemanticModel model, CancellationToken token) =>
        model.GetSymbolInfo(name, token).Symbol is INamedTypeSymbol named && ForgottenBlock.Is(named) ? named : null;

    private static IEnumerable<TypeSyntax> Slots(TypeDeclarationSyntax part) => part.Members
        .SelectMany(member => member switch
        {
            PropertyDeclarationSyntax property => [property.Type],
            MethodDeclarationSyntax method => Types(method.ParameterList).Prepend(method.ReturnType),
            _ => Enumerable.Empty<TypeSyntax?>(),
        })
        .Concat(part.ParameterList is { } variables ? Types(variables) : [])
        .OfType<TypeSyntax>();

    private static IEnumerable<TypeSyntax?> Types(ParameterListSyntax list) => list.Parameters.Select(parameter => parameter.Type);
}
