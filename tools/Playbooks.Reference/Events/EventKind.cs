namespace Playbooks.Reference.Events;

/// <summary>A kind of event, or of an object in one.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Meaning">What happened, as Markdown.</param>
/// <param name="Properties">What it has besides the properties of every event.</param>
internal sealed record EventKind(string Name, string Meaning, IReadOnlyList<EventProperty> Properties)
{
    /// <summary>Two kinds of one name, as one: a property is always there if both have it always.</summary>
    internal EventKind With(EventKind other)
    {
        var required = Required(this).Intersect(Required(other)).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Properties =
            [
                .. Properties.Concat(other.Properties).DistinctBy(property => property.Name)
                    .Select(property => property with { IsRequired = required.Contains(property.Name) }),
            ],
        };
    }

    private static IEnumerable<string> Required(EventKind kind) => kind.Properties.Where(property => property.IsRequired).Select(property => property.Name);
}
