using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>Determines the names of properties in JSON.</summary>
internal static class JsonNames
{
    /// <summary>The properties of every result, whose names no other property can have.</summary>
    private static readonly HashSet<string> _common =
        new(StringComparer.Ordinal) { "changed", "failed", "skipped", "gaveUp", "message", "label", "diff", "started", "ended", "duration", "$hidden" };

    /// <summary>The name of a property or of an element of a tuple.</summary>
    internal static string Of(ISymbol property) => JsonMarks.Of(property, "JsonPropertyNameAttribute")?.Positional<string>(0) ?? Camel(property.Name);

    internal static bool IsCommon(string name) => _common.Contains(name);

    /// <summary>Converts a name as <c>JsonNamingPolicy.CamelCase</c> does: the last of several capitals begins a word.</summary>
    private static string Camel(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]) && (i == 0 || i == letters.Length - 1 || char.IsUpper(letters[i + 1])); i++)
        {
            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
