using Microsoft.CodeAnalysis;
using Playbooks.Generator.Reading.Checks;
using Playbooks.Generator.Reading.Symbols;

namespace Playbooks.Generator.Reading.Readers;

/// <summary>Reads the tags of a record, which all its tasks have, and the tags of a task.</summary>
internal sealed class TagReader
{
    private readonly ValueChecks _values;
    private readonly List<string> _ofRecord;

    internal TagReader(INamedTypeSymbol type, ValueChecks values)
    {
        _values = values;
        _ofRecord = RecordMembers.Chain(type)
            .SelectMany(record => record.GetAttributes().Where(attribute => PlaybookTypes.Is(attribute.AttributeClass, KnownAttributes.Tags)))
            .SelectMany(Checked)
            .ToList();
    }

    internal IEnumerable<string> Read(TaskSymbol task) =>
        _ofRecord.Concat(task.Attributes.All(KnownAttributes.Tags).SelectMany(Checked)).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> Checked(AttributeData attribute)
    {
        _values.CheckTags(attribute);
        return Tags(attribute);
    }

    /// <summary>Returns the tags of one attribute.</summary>
    internal static IEnumerable<string> Tags(AttributeData attribute) =>
        AttributeArguments.IsValid(attribute) && attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } tags
            ? tags.Values.Select(tag => tag.Value).OfType<string>()
            : [];
}
