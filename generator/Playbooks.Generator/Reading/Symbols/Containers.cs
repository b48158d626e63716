using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;
using Playbooks.Generator.Reading.Names;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>The types around a record, as its generated part repeats them.</summary>
internal static class Containers
{
    /// <summary>Them as code, outermost first: <c>partial class Outer</c>.</summary>
    internal static EquatableArray<string> Of(INamedTypeSymbol type) => UserWarnings.Containers(type).Reverse().Select(Part).ToEquatableArray();

    /// <summary>What a part of a type begins with, but for its type parameters.</summary>
    internal static string Part(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return $"partial {keyword} {TypeNames.Identifier(type.Name)}";
    }
}
