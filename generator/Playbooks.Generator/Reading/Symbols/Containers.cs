using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>A record and the types around it, as its generated part repeats them.</summary>
internal static class Containers
{
    /// <summary>The types around a record, outermost first.</summary>
    internal static EquatableArray<PartModel> Of(INamedTypeSymbol type) => UserWarnings.Containers(type).Reverse().Select(Part).ToEquatableArray();

    /// <summary>The type itself.</summary>
    internal static PartModel Part(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => PartKind.RecordStruct,
            { IsRecord: true } => PartKind.Record,
            { TypeKind: TypeKind.Struct } => PartKind.Struct,
            { TypeKind: TypeKind.Interface } => PartKind.Interface,
            _ => PartKind.Class,
        };
        return new(kind, type.Name, type.TypeParameters.Select(parameter => parameter.Name).ToEquatableArray());
    }
}
