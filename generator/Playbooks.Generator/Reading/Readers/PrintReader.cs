using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>Reads what <c>PrintMembers</c> prints: the variables only, because the compiler's own would evaluate every task.</summary>
internal static class PrintReader
{
    /// <summary>Returns <see langword="null"/> if the user, or a base record with <c>sealed</c>, has written one.</summary>
    internal static PrintModel? Read(INamedTypeSymbol type, IEnumerable<string> variables)
    {
        if (Written(type) is not null || RecordMembers.Chain(type).Any(record => Written(record) is { IsSealed: true }))
        {
            return null;
        }

        var kind = (type.IsSealed, type.BaseType!.SpecialType == SpecialType.System_Object) switch
        {
            (_, false) => PrintKind.Override,
            (true, true) => PrintKind.Own,
            (false, true) => PrintKind.First,
        };
        return new(kind, variables.Select(variable => Printed(type, variable)).OfType<PrintedMember>().ToEquatableArray());
    }

    private static IMethodSymbol? Written(INamedTypeSymbol type) => type.GetMembers("PrintMembers")
        .OfType<IMethodSymbol>()
        .FirstOrDefault(
            method => !method.IsImplicitlyDeclared
                && !RecordMembers.IsGenerated(method)
                && method.Parameters.Length == 1
                && method.Parameters[0].Type.Name == "StringBuilder");

    private static PrintedMember? Printed(INamedTypeSymbol type, string name) => RecordMembers.Chain(type).Reverse()
        .SelectMany(record => record.GetMembers(name))
        .FirstOrDefault() switch
    {
        IFieldSymbol field when RecordMembers.CanSee(type, field) => Printed(name, field.Type),
        IPropertySymbol { GetMethod: { } get } property when RecordMembers.CanSee(type, get) && !ObsoleteMark.IsError(property) => Printed(name, property.Type),
        _ => null,
    };

    private static PrintedMember Printed(string name, ITypeSymbol type) =>
        new(name, IsObject: type.SpecialType is < SpecialType.System_Boolean or > SpecialType.System_String);
}
