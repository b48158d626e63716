namespace Playbooks.TestRun.Changes;

/// <summary>Says which tests guard which paths, beyond what references between projects say.</summary>
/// <param name="Lines">What is guarded by each suite, <c>suite:Class</c> or <c>nothing</c>.</param>
internal sealed record AreaTable(IReadOnlyDictionary<string, IReadOnlyList<string>> Lines)
{
    internal const string File = "tests/areas.txt";

    /// <summary>Stands for paths that no test is about.</summary>
    internal const string Nothing = "nothing";

    /// <summary>What guards a path.</summary>
    internal IEnumerable<string> Guards(string path) => from line in Lines where line.Value.Any(area => IsBelow(path, area)) select line.Key;

    /// <summary>Reads it: <c>guard area area ...</c>, where an area is a path or the name of a line <c>name = area area ...</c> above.</summary>
    internal static AreaTable Parse(IEnumerable<string> text)
    {
        var named = new Dictionary<string, string[]>();
        var lines = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var line in text.Where(line => !line.StartsWith('#')))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string[] Areas(int first) => [.. words[first..].SelectMany(word => named.GetValueOrDefault(word) ?? [word])];
            if (words is [_, "=", ..])
            {
                named[words[0]] = Areas(2);
            }
            else if (words.Length > 0)
            {
                lines[words[0]] = Areas(1);
            }
        }

        return new AreaTable(lines);
    }

    private static bool IsBelow(string path, string area) => path == area || path.StartsWith($"{area}/", StringComparison.Ordinal);
}
