using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Slips;

/// <summary>A record with tasks but without <c>[Block]</c> or <c>[Playbook]</c>.</summary>
internal static class ForgottenBlock
{
    internal static bool Is(INamedTypeSymbol type) =>
        type is { IsRecord: true, TypeKind: TypeKind.Class, IsAbstract: false, DeclaringSyntaxReferences.IsEmpty: false }
        && PlaybookTypes.AttributeOf(type) is null
        && !PlaybookTypes.IsHostVars(type)
        && PlaybookTypes.ResultOf(type) is null
        && !RecordMembers.Chain(type).Any(record => PlaybookTypes.AttributeOf(record) is not null)
        && RecordMembers.Declared(type).Any(member => member.DeclaredAccessibility == Accessibility.Public && TaskShape.Of(member).Task is not null);
}
