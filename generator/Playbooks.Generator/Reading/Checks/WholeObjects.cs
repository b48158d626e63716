using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0032: objects that are not useful as an argument of a program.</summary>
internal static class WholeObjects
{
    /// <summary>
    /// Returns the member that is probably needed, or an empty text if it is unknown; <see langword="null"/> for a type whose text is a useful argument.
    /// </summary>
    internal static string? Member(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => null,
        IArrayTypeSymbol array => Item(array.ElementType),
        _ when PlaybookTypes.Is(type, KnownTypes.CommandResult) => "Stdout",
        _ when IsResult(type) || PlaybookTypes.IsHostVars(type) || PlaybookTypes.IsBlock(type) || PlaybookTypes.ResultOf(type) is not null => "",
        _ when PlaybookTypes.Is(type, KnownTypes.Job, arity: 1) => "Id",
        _ when PlaybookTypes.Is(type, KnownTypes.AcrossHosts, arity: 1) => "Results",
        _ when PlaybookTypes.Is(type, KnownTypes.Play) => "Hosts",
        _ when PlaybookTypes.Is(type, KnownTypes.Failure) => "Message",
        _ when PlaybookTypes.Is(type, KnownTypes.Facts) => "",
        { Name: KnownTypes.Results, ContainingType: { } block } when PlaybookTypes.AttributeOf(block) is not null => "",
        INamedTypeSymbol named when ItemOf(named) is { } item => Item(item),
        _ => null,
    };

    private static string? Item(ITypeSymbol item) =>
        item is INamedTypeSymbol { Name: "KeyValuePair", Arity: 2 } || Member(item) is not null ? "" : null;

    private static bool IsResult(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (PlaybookTypes.Is(current, KnownTypes.TaskResult))
            {
                return true;
            }
        }

        return false;
    }

    private static ITypeSymbol? ItemOf(INamedTypeSymbol type) => type.SpecialType == SpecialType.System_String ? null : type.AllInterfaces.Prepend(type)
        .FirstOrDefault(face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
}
