using Microsoft.CodeAnalysis;

namespace Playbooks.Generator.Reading;

/// <summary>Reads tags: those of a record, which hold for all its tasks, and those of a task beside them.</summary>
internal sealed class TagReader(INamedTypeSymbol type)
{
    private readonly List<string> _ofRecord = RecordMembers.Chain(type)
        .SelectMany(record => record.GetAttributes().Where(attribute => PlaybookTypes.Is(attribute.AttributeClass, "TagsAttribute")))
        .SelectMany(Tags)
        .ToList();

    internal IEnumerable<string> Read(TaskSymbol task) =>
        _ofRecord.Concat(task.Attributes.All("TagsAttribute").SelectMany(Tags)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Tags(AttributeData attribute) =>
        AttributeArguments.IsValid(attribute) && attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } tags
            ? tags.Values.Select(tag => tag.Value).OfType<string>()
            : [];
}
