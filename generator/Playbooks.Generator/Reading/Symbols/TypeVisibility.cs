using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>
/// Checks whether a member of a record may expose a type. C# rejects a member whose type is less accessible. Nothing is generated then, so that C#
/// does not report the error twice.
/// </summary>
internal static class TypeVisibility
{
    internal static bool IsVisible(ITypeSymbol type, INamedTypeSymbol record) => type switch
    {
        IArrayTypeSymbol array => IsVisible(array.ElementType, record),
        INamedTypeSymbol named => !named.IsFileLocal
            && Reach(named) >= Reach(record)
            && named.TypeArguments.All(argument => IsVisible(argument, record))
            && (named.ContainingType is not { } container || IsVisible(container, record))
            && (PlaybookTypes.ResultOf(named) is not { } result || IsVisible(result, record)),
        _ => true,
    };

    /// <summary>Returns the accessibility of a type: 2 everywhere, 1 in its assembly, 0 less.</summary>
    private static int Reach(INamedTypeSymbol type)
    {
        var own = type.DeclaredAccessibility switch
        {
            Accessibility.Public or Accessibility.NotApplicable => 2,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => 1,
            _ => 0,
        };
        return type.ContainingType is { } container ? Math.Min(own, Reach(container)) : own;
    }
}
