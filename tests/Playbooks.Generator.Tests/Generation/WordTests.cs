using System.Globalization;
using System.Text.RegularExpressions;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>
/// The pages and the texts of the rules contain no phrase that readers had to read twice. <c>docs/contributing/words.md</c> has the words to use.
/// </summary>
public sealed partial class WordTests
{
    // It quotes the phrases.
    private const string Words = "docs/contributing/words.md";

    /// <summary>Each phrase is a regular expression, in which a space also matches a line break.</summary>
    private static readonly (Regex Phrase, string Better)[] _phrases =
    [
        Phrase(@"\b(which|that) there (is|are) not\b", "that does not exist"),
        Phrase(@"\bthere (is|are) none\b", "there is no …, with the noun"),
        Phrase(@"\b(is|are) none of\b", "anything else"),
        Phrase(@"(?<!\bthere )\bis no (?!longer\b)", "is not a …"),
        Phrase(@"\b(whoever|who asks)\b", "name the person or the task"),
        Phrase(@"\b((is|are|be) become|(become|becoming|becomes) (a|another) user)\b", "run as another user; as a noun: privilege escalation"),
        Phrase(@"\b(take[ns]?|took) (\w+ ){0,4}(away|off)\b", "remove"),
        Phrase(@"\b(a|one) \w+ an? (batch|host|item|line|rule|run|task)\b", "one … for each …"),
        Phrase(@"\b(is|are|was|were) (told|said)\b", "the output shows, the message reports"),
        Phrase(@"\bsa(ys|id) so\b", "reports this"),
        Phrase(@"\bwhat (\w+ ){1,4}g[ai]ves?\b", "the result of …"),
        Phrase(@"\ba look\b", "a check"),
        Phrase(@"\ball the same\b", "still"),
        Phrase(@"\bas ever\b", "as usual"),
        Phrase(@"\bso many\b", "that number of …"),
        Phrase(@"\b(is|are) meant\b", "name the person who means it, or use the specific verb"),
        Phrase(@"\bcalled so\b", "has that name"),
        Phrase(@"\bstands? (in|on|at|before|after|later|behind|beside|there|here|where|outside)\b", "is in, comes before"),
        Phrase(@"\bmakes no sense\b", "is not valid, cannot be"),
        Phrase(@"\bput in (its )?place\b", "replaced"),
        Phrase(@"(?-i)(?<=[.:;] )(What|Who) [^.?]*\.", "a noun as the subject, not a clause"),
    ];

    /// <summary>The code of the rules is read as a whole, because only its texts and comments have sentences.</summary>
    public static TheoryData<string> Files =>
    [
        .. Manual.Pages.Where(page => page != Words),
        "generator/Playbooks.Generator/Rules.cs",
        .. In("generator/Playbooks.Generator/Messages"),
        .. In("generator/Playbooks.CodeFixes"),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_text_needs_to_be_read_only_once(string file)
    {
        var stumbles = Stumbles(file, Manual.Text(file));

        Assert.True(stumbles.Count == 0, string.Join('\n', stumbles));
    }

    [Fact]
    public void A_phrase_is_reported_with_page_line_and_a_better_one() => Assert.Equal(
        ["page.md:2: 'which there is not'; better: that does not exist"],
        Stumbles("page.md", "`which there is not`\nA host which there\nis not\n```csharp\n// which there is not\n```\n"));

    private static IEnumerable<string> In(string folder) => Directory.GetFiles(Path.Combine(Manual.Root, folder), "*.cs")
        .Select(file => $"{folder}/{Path.GetFileName(file)}").Order(StringComparer.Ordinal);

    internal static List<string> Stumbles(string page, string text, params IEnumerable<(Regex Phrase, string Better)> more)
    {
        var prose = Code().Replace(text, code => Letters().Replace(code.Value, "_"));
        var stumbles =
            from phrase in _phrases.Concat(more)
            from Match match in phrase.Phrase.Matches(prose)
            let line = 1 + prose.AsSpan(0, match.Index).Count('\n')
            orderby line
            select string.Create(CultureInfo.InvariantCulture, $"{page}:{line}: '{match.Value.ReplaceLineEndings(" ")}'; better: {phrase.Better}");
        return [.. stumbles];
    }

    internal static (Regex Phrase, string Better) Phrase(string phrase, string better) =>
        (new Regex(phrase.Replace(" ", @"\s+", StringComparison.Ordinal), RegexOptions.IgnoreCase), better);

    [GeneratedRegex("^```.*?^```|`[^`]+`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("[^\n]")]
    private static partial Regex Letters();
}
