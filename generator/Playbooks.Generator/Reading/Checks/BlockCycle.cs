using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0030: whether a block would run itself, directly or through other blocks.</summary>
internal static class BlockCycle
{
    internal static bool Contains(INamedTypeSymbol block, INamedTypeSymbol wanted) =>
        Contains(block, wanted.OriginalDefinition, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private static bool Contains(INamedTypeSymbol block, INamedTypeSymbol wanted, HashSet<ISymbol> seen) =>
        SymbolEqualityComparer.Default.Equals(block.OriginalDefinition, wanted)
        || (seen.Add(block.OriginalDefinition) && Within(block).Any(inner => Contains(inner, wanted, seen)));

    private static IEnumerable<INamedTypeSymbol> Within(INamedTypeSymbol block) => RecordMembers.Chain(block)
        .SelectMany(record => record.GetMembers())
        .Where(member => member.DeclaredAccessibility == Accessibility.Public)
        .Select(member => TaskShape.Of(member).Task)
        .Where(task => task is { IsBlock: true })
        .Select(task => task!.Module);
}
