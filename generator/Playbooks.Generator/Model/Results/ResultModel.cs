namespace Playbooks.Generator.Model.Results;

/// <summary>A type of results that is to be written and read back.</summary>
/// <param name="Formats">Its own format, then those of the records in it.</param>
/// <param name="DisabledWarnings">The warnings that using the user's own members would bring into generated code.</param>
internal sealed record ResultModel(EquatableArray<FormatModel> Formats, EquatableArray<string> DisabledWarnings)
{
    /// <summary>All of an assembly in one: each format once, in an order that no edit elsewhere changes, and under a name of its own.</summary>
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
