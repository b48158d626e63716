using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Model;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Slips;

/// <summary>
/// Finds mistakes in the declarations of a playbook or block that C# rejects. C# then compiles no method and runs no analyzer, so only the generator
/// can explain the mistake.
/// </summary>
internal static class MistakeReader
{
    /// <param name="type">The playbook or block.</param>
    /// <param name="isSound">Whether it has no errors. In that case only the syntax of its members is checked.</param>
    /// <param name="compilation">The program.</param>
    /// <param name="token">Cancels the reading.</param>
    internal static EquatableArray<MistakeModel> Read(INamedTypeSymbol type, bool isSound, Compilation compilation, CancellationToken token)
    {
        var mistakes = new Mistakes();
        if (!isSound || IsSuspicious(type))
        {
            MemberMistakes.Read(type, mistakes);
            foreach (var part in type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(token)).OfType<TypeDeclarationSyntax>())
            {
                var model = compilation.GetSemanticModel(part.SyntaxTree);
                TypeMistakes.Read(type, part, model, mistakes, token);
                AttributeMistakes.Read(type, part, model, mistakes, token);
            }
        }

        return mistakes.ToModel();
    }

    private static bool IsSuspicious(INamedTypeSymbol type) =>
        type.GetAttributes().Any(IsRefused)
        || RecordMembers.Declared(type).Concat(RecordMembers.Parameters(type)).Any(member => member.GetAttributes().Any(IsRefused)
            || (TaskShape.TypeOf(member) is { } declared && HoldsStatic(declared))
            || member is IPropertySymbol { Type.SpecialType: SpecialType.System_Void })
        || MemberMistakes.Doubled(type).Any();

    private static bool HoldsStatic(ITypeSymbol type) => type.IsStatic || (type is INamedTypeSymbol named && named.TypeArguments.Any(HoldsStatic));

    private static bool IsRefused(AttributeData attribute) =>
        attribute.AttributeClass is not { TypeKind: not TypeKind.Error } || !AttributeArguments.IsValid(attribute);
}
