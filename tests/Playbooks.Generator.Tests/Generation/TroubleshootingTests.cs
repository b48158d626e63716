using System.Text.RegularExpressions;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>The messages that the page about troubleshooting explains are those of the program.</summary>
public sealed partial class TroubleshootingTests
{
    /// <summary>The text of all literals of a source file, one behind the other.</summary>
    private static readonly IReadOnlyList<string> _sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(Manual.Root, "runtime"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(file => string.Concat(Literal().Matches(File.ReadAllText(file)).Select(literal => literal.Groups["text"].Value))),
    ];

    public static TheoryData<string> Messages =>
        [.. Heading().Matches(Manual.Text("docs/troubleshooting.md")).Select(heading => heading.Groups["message"].Value)];

    /// <summary>What stands between the names and values of a message stands in one source file.</summary>
    [Theory]
    [MemberData(nameof(Messages))]
    public void Each_message_is_one_of_the_program(string message) => Assert.Contains(
        _sources, source => message.Split('…').All(part => source.Contains(part, StringComparison.Ordinal)));

    [GeneratedRegex("^### `(?<message>[^`]+)`$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<!['\\])""(?<text>([^""\\\n]|\\.)*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
