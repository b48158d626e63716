using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Playbooks.Runtime.Tests.InventoryFiles;

/// <summary>The inventories of the manual are read as they stand there.</summary>
public sealed partial class ManualInventoryTests
{
    public static TheoryData<string> Pages { get; } =
        [
            .. Directory.EnumerateFiles(Root(), "*.md", SearchOption.AllDirectories)
                .Where(page => Example().IsMatch(File.ReadAllText(page)))
                .Select(page => Path.GetRelativePath(Root(), page))
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_inventory_of_a_page_is_read_without_a_note(string page) => Assert.All(
        Example().Matches(File.ReadAllText(Path.Combine(Root(), page))).Select(example => example.Groups["text"].Value),
        text => Assert.Empty(Inventory.Parse(text, page).Notes));

    [Fact]
    public void The_manuals_own_inventory_is_read_with_its_comments()
    {
        var example = Example().Match(File.ReadAllText(Path.Combine(Root(), "command-line.md")));

        var inventory = Inventory.Parse(example.Groups["text"].Value);

        Assert.Equal(23, inventory.Hosts.Count);
        Assert.Equal("ungrouped", Assert.Single(inventory.Hosts, host => host.Name == "lone.example.com").Groups[0]);
        Assert.Equal("two words", Assert.Single(inventory.Hosts, host => host.Name == "web21").Variables["motd"]);
        Assert.Equal("2222", Assert.Single(inventory.Hosts, host => host.Name == "web22").Variables["ansible_port"]);
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs"));

    [GeneratedRegex(@"^```ini\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
