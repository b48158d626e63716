namespace Playbooks.TestRun;

/// <summary>What runs side by side. The turns of one lane run one after the other.</summary>
internal static class Lanes
{
    // The SSH suite waits most of the time, and so do the tests that start processes. Its last class measures delays, so the builds of the end-to-end suite
    // come after it.
    private static readonly Turn[][] _table =
    [
        [new("ssh"), new("endtoend")],
        [new("generator"), new("runtime", Part.Unit)],
        [new("runtime", Part.Needy), new("testrun")],
    ];

    /// <summary>The lanes for what was chosen. A suite that is in no lane comes last in the last one.</summary>
    /// <param name="chosen">The suites, and for each the arguments that choose its tests.</param>
    /// <param name="isUnitOnly">Whether to leave out all that needs more than the .NET runtime.</param>
    internal static IReadOnlyList<IReadOnlyList<Invocation>> Of(IReadOnlyDictionary<Suite, IReadOnlyList<string>> chosen, bool isUnitOnly)
    {
        var listed = _table.SelectMany(lane => lane).Select(turn => turn.Suite).ToHashSet();
        var others = chosen.Keys.Where(suite => !listed.Contains(suite.Name)).Select(suite => new Turn(suite.Name));
        return
        [
            .. from lane in _table.Select((turns, number) => number == _table.Length - 1 ? turns.Concat(others) : turns)
               let invocations = Invocations(lane, chosen, isUnitOnly).ToList()
               where invocations.Count > 0
               select invocations,
        ];
    }

    private static IEnumerable<Invocation> Invocations(
        IEnumerable<Turn> lane, IReadOnlyDictionary<Suite, IReadOnlyList<string>> chosen, bool isUnitOnly) =>
        from turn in lane
        where !isUnitOnly || turn.Part != Part.Needy
        from choice in chosen
        where choice.Key.Name == turn.Suite
        let part = isUnitOnly ? Part.Unit : turn.Part
        let name = part == Part.Needy ? $"{turn.Suite}-processes" : turn.Suite
        select new Invocation(name, choice.Key, [.. choice.Value, .. Filter(part)]);

    private static string[] Filter(Part part) => part switch
    {
        Part.Unit => ["-trait-", "Needs=*"],
        Part.Needy => ["-trait", "Needs=*"],
        _ => [],
    };
}
