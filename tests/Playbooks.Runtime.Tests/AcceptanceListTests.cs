using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Playbooks.Runtime.Tests;

/// <summary>Two pages list what must hold: each row has a test that names it.</summary>
public sealed partial class AcceptanceListTests
{
    [Theory]
    [InlineData("behaviours.md", "Behaviour", 66)]
    [InlineData("language.md", "Language", 120)]
    public void Every_row_of_the_list_has_a_test_and_every_test_a_row(string page, string attribute, int rows)
    {
        var listed = Listed(page).ToList();
        var shown = Sources().SelectMany(source => Regex.Matches(source, $@"\[{attribute}\(([^)]*)\)\]"))
            .SelectMany(match => Quoted().Matches(match.Value)).Select(row => row.Groups[1].Value).ToHashSet();

        Assert.Equal(rows, listed.Distinct().Count());
        Assert.Equal([], listed.Except(shown));
        Assert.Equal([], shown.Except(listed));
    }

    [Fact]
    public void Every_test_that_the_page_about_security_names_is_there()
    {
        var named = Regex.Matches(File.ReadAllText(Path.Combine(Root(), "docs", "security.md")), @"\]\(\.\./(tests/[^)]+)\)")
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.InRange(named.Count, 25, 100);
        Assert.All(named, test => Assert.True(File.Exists(Path.Combine(Root(), test)), test));
    }

    private static IEnumerable<string> Listed(string page) =>
        from line in File.ReadLines(Path.Combine(Root(), "docs", page))
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells.Length > 3 && Row().IsMatch(cells[1])
        select cells[1];

    private static IEnumerable<string> Sources() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root(), "tests"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal)
        select File.ReadAllText(file);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\A([A-Z]?\d+|[A-J])\z")]
    private static partial Regex Row();
}
