using System.Globalization;
using System.Text.RegularExpressions;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>Every link of a page leads to a file of the repository, and its anchor to a heading there.</summary>
public sealed partial class LinkTests
{
    private const string OnTheWeb = "https://github.com/playbooks-dotnet/playbooks/blob/main/";

    public static TheoryData<string> Pages => [.. Manual.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        var broken = Broken(page, Manual.Text(page));

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public void A_missing_file_and_a_missing_heading_are_reported_with_page_and_line() => Assert.Equal(
        ["docs/x.md:1: nowhere.md is not there", "docs/x.md:2: README.md has no heading #nothing", "docs/x.md:3: docs/x.md has no heading #here"],
        Broken("docs/x.md", "[a](nowhere.md) `[no](link.md)`\n[b](../README.md#nothing) [c](https://example.com)\n[d](#here)\n```\n[no](link.md)\n```\n"));

    [Theory]
    [InlineData("# What it is", "what-it-is")]
    [InlineData("## `PB0001`: a *playbook*, which must be `partial`", "pb0001-a-playbook-which-must-be-partial")]
    [InlineData("### In a Main of one's [own](x.md)", "in-a-main-of-ones-own")]
    public void An_anchor_is_made_of_its_heading_as_GitHub_makes_it(string heading, string anchor) => Assert.Equal([anchor], Anchors(heading));

    [Fact]
    public void The_second_heading_of_a_name_has_a_number() => Assert.Equal(["jobs", "jobs-1"], Anchors("## Jobs\n### Jobs"));

    private static List<string> Broken(string page, string text)
    {
        var prose = Code().Replace(Manual.Prose(text), "");
        var broken = new List<string>();
        foreach (Match link in Link().Matches(prose))
        {
            var line = 1 + prose.AsSpan(0, link.Index).Count('\n');
            if (Problem(page, text, link.Groups["target"].Value) is { } problem)
            {
                broken.Add(string.Create(CultureInfo.InvariantCulture, $"{page}:{line}: {problem}"));
            }
        }

        return broken;
    }

    private static string? Problem(string page, string text, string target)
    {
        var own = target.StartsWith(OnTheWeb, StringComparison.Ordinal);
        if (!own && Scheme().IsMatch(target))
        {
            return null;
        }

        var parts = (own ? target[OnTheWeb.Length..] : target).Split('#', 2);
        var folder = own ? Manual.Root : Path.GetDirectoryName(Path.Combine(Manual.Root, page))!;
        var path = parts[0].Length == 0 ? Path.Combine(Manual.Root, page) : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(parts[0])));
        if (parts[0].Length > 0 && !Path.Exists(path))
        {
            return $"{target} is not there";
        }

        return parts.Length == 1 || Anchors(parts[0].Length == 0 ? text : File.ReadAllText(path)).Contains(parts[1])
            ? null
            : $"{Path.GetRelativePath(Manual.Root, path)} has no heading #{parts[1]}";
    }

    private static List<string> Anchors(string text)
    {
        var anchors = new List<string>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(Manual.Prose(text)))
        {
            var words = LinkedText().Replace(heading.Groups["text"].Value, "${text}").Trim();
#pragma warning disable CA1308 // Anchors are in lower case.
            var anchor = NotOfAnchors().Replace(words.ToLowerInvariant(), "").Replace(' ', '-');
#pragma warning restore CA1308
            var count = seen[anchor] = seen.GetValueOrDefault(anchor, -1) + 1;
            anchors.Add(count == 0 ? anchor : string.Create(CultureInfo.InvariantCulture, $"{anchor}-{count}"));
        }

        return anchors;
    }

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z]+:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex("^#{1,6} (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\([^)]+\)", RegexOptions.ExplicitCapture)]
    private static partial Regex LinkedText();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotOfAnchors();
}
