using Microsoft.CodeAnalysis;
using Playbooks.Generator.Model.Results;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Results;

/// <summary>The attributes of <c>System.Text.Json</c> on properties, which have the same meaning here.</summary>
internal static class JsonMarks
{
    // The values of JsonIgnoreCondition.
    private const int Never = 0;
    private const int Always = 1;
    private const int WhenDefault = 2;
    private const int WhenNull = 3;

    internal static AttributeData? Of(ISymbol property, string name) => property.GetAttributes().FirstOrDefault(attribute =>
        attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.ToDisplayString() == "System.Text.Json.Serialization");

    /// <summary>Whether a property is omitted.</summary>
    internal static bool IsIgnored(ISymbol property) => Condition(property) is not (Never or WhenDefault or WhenNull);

    /// <summary>Whether a property is written although it is computed or not public.</summary>
    internal static bool IsIncluded(ISymbol property) => Of(property, "JsonIncludeAttribute") is not null;

    internal static WriteWhen When(ISymbol property) => Condition(property) switch
    {
        WhenNull => WriteWhen.NotNull,
        WhenDefault => WriteWhen.NotDefault,
        _ => WriteWhen.Always,
    };

    private static int Condition(ISymbol property) => Of(property, "JsonIgnoreAttribute") is { } attribute ? attribute.Named("Condition", Always) : Never;
}
