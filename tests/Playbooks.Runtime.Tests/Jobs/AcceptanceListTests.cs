using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>The acceptance list of background jobs (<c>docs/behaviours.md</c>): each behaviour has a test that names its number.</summary>
public sealed partial class AcceptanceListTests
{
    [Fact]
    public void Every_behaviour_of_the_list_has_a_test_or_is_said_to_come_later()
    {
        var listed = Listed().ToList();
        var shown = Sources().SelectMany(source => Named().Matches(source)).SelectMany(match => Number().Matches(match.Value))
            .Select(number => number.Groups[1].Value).ToHashSet();

        Assert.Equal(66, listed.Count);
        Assert.Equal([], listed.Where(row => !row.IsLater).Select(row => row.Number).Except(shown));
        Assert.Equal([], listed.Where(row => row.IsLater).Select(row => row.Number).Intersect(shown));
        Assert.Equal([], shown.Except(listed.Select(row => row.Number)));
    }

    private static IEnumerable<(string Number, bool IsLater)> Listed() =>
        from line in File.ReadLines(Path.Combine(Root(), "docs", "behaviours.md"))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length > 3 && Row().IsMatch(cells[1])
        select (cells[1], cells[3].StartsWith("later", StringComparison.Ordinal));

    private static IEnumerable<string> Sources() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root(), "tests"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal)
        select File.ReadAllText(file);

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex(@"\[Behaviour\(([^)]*)\)\]")]
    private static partial Regex Named();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A(U?\d+|[A-J])\z")]
    private static partial Regex Row();
}
