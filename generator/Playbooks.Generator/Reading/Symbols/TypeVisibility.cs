using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading.Symbols;

/// <summary>
/// Whether a member of a record may show a type. C# refuses one that may not be shown where the user wrote it; nothing is
/// generated then, so that it does not refuse it twice.
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

    /// <summary>How far a type can be seen: 2 everywhere, 1 in its assembly, 0 less.</summary>
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
