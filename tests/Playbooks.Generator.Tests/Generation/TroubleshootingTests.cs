using System.Text.RegularExpressions;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>The messages that the page about troubleshooting explains are those of the program.</summary>
public sealed partial class TroubleshootingTests
{
    /// <summary>The text of each script, and of all literals of each file of C#, one behind the other.</summary>
    private static readonly IReadOnlyList<string> _sources =
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Manual.Root, "runtime"), "*", SearchOption.AllDirectories)
           where Path.GetExtension(file) is ".cs" or ".sh" && !file.Contains("/obj/", StringComparison.Ordinal)
           let text = File.ReadAllText(file)
           select Path.GetExtension(file) == ".sh" ? text : string.Concat(Literal().Matches(text).Select(literal => literal.Groups["text"].Value)),
    ];

    public static TheoryData<string> Messages =>
        [.. Heading().Matches(Manual.Text("docs/troubleshooting.md")).Select(heading => heading.Groups["message"].Value)];

    /// <summary>What stands between the names and values of a message stands in one source file.</summary>
    [Theory]
    [MemberData(nameof(Messages))]
    public void Each_message_is_one_of_the_program(string message) => Assert.True(
        _sources.Any(source => message.Split('…').All(part => source.Contains(part, StringComparison.Ordinal))),
        $"No message of the program contains '{message}'. See how it is called now, and change the heading.");

    [GeneratedRegex("^### `(?<message>[^`]+)`$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<!['\\])""(?<text>([^""\\\n]|\\.)*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
