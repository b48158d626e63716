using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Messages;
using Playbooks.Generator.Reading.Braces;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Slips;

/// <summary>PB0038: members of results that are written as in Ansible: <c>backup.stdout</c>.</summary>
internal static class ResultNames
{
    private static readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal)
    {
        ["delta"] = "Duration", ["end"] = "Ended", ["msg"] = "Message", ["returncode"] = "Rc", ["start"] = "Started", ["statuscode"] = "Status",
        ["inventoryhostname"] = "Name", ["ansiblehost"] = "Address", ["vars"] = "Variables", ["hostvars"] = "Variables",
    };

    /// <summary>Returns what to write instead of a missing member; <see langword="null"/> if the member exists or its type is unknown.</summary>
    internal static (string? Name, string? Advice)? Of(SimpleNameSyntax name, SemanticModel model, CancellationToken token)
    {
        var word = name.Identifier.ValueText;
        if (!MayBeAnsibles(word)
            || model.GetSymbolInfo(name, token) is not { Symbol: null, CandidateSymbols.IsEmpty: true }
            || Receiver(name, model, token) is not { } type)
        {
            return null;
        }

        var properties = Properties(type).ToList();
        var found = properties.FirstOrDefault(property => BraceScope.IsSame(property, word))
            ?? (_renamed.TryGetValue(word.Replace("_", "").ToLowerInvariant(), out var renamed) && properties.Contains(renamed) ? renamed : null);
        return found is not null ? (found, null)
            : IsList(type) ? (null, BraceAdvice.Loop)
            : PlaybookTypes.Is(type, KnownTypes.Job, arity: 1) ? (null, BraceAdvice.Job)
            : null;
    }

    /// <summary>Whether a name may be one of Ansible's: members in C# begin with a capital letter, except for those of tuples.</summary>
    private static bool MayBeAnsibles(string word) => char.IsLower(word[0]) || word is "StdOut" or "StdErr" or "RC" or "STDOUT" or "STDERR" or "ReturnCode";

    private static ITypeSymbol? Receiver(SimpleNameSyntax name, SemanticModel model, CancellationToken token)
    {
        var receiver = name.Parent is MemberAccessExpressionSyntax access
            ? access.Expression
            : name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression;
        var type = receiver is null ? null : model.GetTypeInfo(receiver, token).Type;
        var item = type is not null && IsList(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        return PlaybookTypes.IsOurs(item) ? type : null;
    }

    private static bool IsList(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T };

    private static IEnumerable<string> Properties(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var property in current
                .GetMembers()
                .OfType<IPropertySymbol>()
                .Where(property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false }))
            {
                yield return property.Name;
            }
        }
    }
}
