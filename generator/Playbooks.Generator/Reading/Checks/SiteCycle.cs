using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Readers;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Checks;

/// <summary>PB0031: whether a site would run itself, directly or through other sites.</summary>
internal static class SiteCycle
{
    internal static bool Contains(INamedTypeSymbol playbook, INamedTypeSymbol wanted) =>
        Contains(playbook, wanted, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    private static bool Contains(INamedTypeSymbol playbook, INamedTypeSymbol wanted, HashSet<ISymbol> seen) =>
        SymbolEqualityComparer.Default.Equals(playbook, wanted)
        || (seen.Add(playbook) && PlaybookTypes.IsSite(playbook) && Within(playbook).Any(inner => Contains(inner, wanted, seen)));

    private static IEnumerable<INamedTypeSymbol> Within(INamedTypeSymbol site) => RecordMembers.Chain(site)
        .SelectMany(record => record.GetMembers())
        .Where(member => member.DeclaredAccessibility == Accessibility.Public)
        .Select(SiteReader.Play)
        .OfType<TaskSymbol>()
        .Select(play => play.Module);
}
