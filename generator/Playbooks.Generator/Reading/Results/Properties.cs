using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>Finds the properties and fields of records.</summary>
/// <param name="scope">The types and members that generated code can access.</param>
internal sealed class Properties(Scope scope)
{
    /// <summary>Returns the properties that users wrote, base records first, and the last override of each.</summary>
    internal List<ISymbol> Of(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
        {
            return [.. type.TupleElements];
        }

        var found = new List<ISymbol>();
        var members = RecordMembers.Chain(type)
            .Where(record => !ResultTypes.IsRoot(record) && record.SpecialType != SpecialType.System_ValueType)
            .SelectMany(record => RecordMembers.Parameters(record).Concat(RecordMembers.Declared(record)));
        foreach (var member in members.Where(member => IsProperty(member) && !ObsoleteMark.IsError(member)))
        {
            var at = found.FindIndex(other => other.Name == member.Name);
            if (at >= 0)
            {
                found[at] = member;
            }
            else if (Getter(member) is { } get && scope.Sees(get) && (get.DeclaredAccessibility == Accessibility.Public || JsonMarks.IsIncluded(member)))
            {
                found.Add(member);
            }
        }

        return found;
    }

    internal static ITypeSymbol TypeOf(ISymbol property) => property is IFieldSymbol field ? field.Type : ((IPropertySymbol)property).Type;

    private static bool IsProperty(ISymbol member) => member switch
    {
        IPropertySymbol property => property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true, RefKind: RefKind.None },
        IFieldSymbol field => field is { IsStatic: false, RefKind: RefKind.None },
        _ => false,
    };

    /// <summary>Returns the getter of a property, which an override may inherit.</summary>
    private static ISymbol? Getter(ISymbol member)
    {
        if (member is IFieldSymbol)
        {
            return member;
        }

        for (var property = member as IPropertySymbol; property is not null; property = property.OverriddenProperty)
        {
            if (property.GetMethod is { } get)
            {
                return get;
            }
        }

        return null;
    }
}
