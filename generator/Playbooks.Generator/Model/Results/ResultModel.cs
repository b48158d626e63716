namespace Playbooks.Generator.Model.Results;

/// <summary>A result type that generated code writes and reads back.</summary>
/// <param name="Formats">Its own format, then the formats of the records in it.</param>
/// <param name="DisabledWarnings">The warnings that generated code would cause by using the user's members.</param>
internal sealed record ResultModel(EquatableArray<FormatModel> Formats, EquatableArray<string> DisabledWarnings)
{
    /// <summary>Merges the models of an assembly: each format once, with a unique name, in an order that edits elsewhere do not change.</summary>
    internal static ResultModel Of(IReadOnlyCollection<ResultModel> results)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return new(
            results.SelectMany(result => result.Formats)
                .GroupBy(format => format.Type, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => same.First())
                .Select(format => format with { Name = Free(format.Name, taken) })
                .ToEquatableArray(),
            results.SelectMany(result => result.DisabledWarnings).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray());
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = $"{wanted}{number}";
        }

        return name;
    }
}
