using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>The messages of the running program contain no phrase that readers had to read twice: its strings, and what its scripts print.</summary>
public sealed class RuntimeWordTests
{
    private static readonly (Regex Phrase, string Better)[] _phrases =
    [
        WordTests.Phrase(@"\bmakes? no sense\b", "is not valid"),
        WordTests.Phrase(@"\bdo(es)? nothing here\b", "has no effect"),
        WordTests.Phrase(@"\bstands? (after|at|before|behind|beside|in|inside|where)\b", "is after, is inside"),
        WordTests.Phrase(@"\b(everybody|nobody|somebody)\b", "every user, no user, another user"),
        WordTests.Phrase(@"\blets? (it|us|you|nobody|somebody) in\b", "accepts the login"),
        WordTests.Phrase(@"\bmend(s|ed)?\b", "correct"),
        WordTests.Phrase(@"\bmay run on\b", "may still be running"),
        WordTests.Phrase(@"\blooked at\b", "checked"),
        WordTests.Phrase(@"\bcannot be made\b", "cannot be created"),
        WordTests.Phrase("(^|\")(it|its|they|their) ", "the noun, because a message is read without its context"),
    ];

    [Theory]
    [InlineData("Playbooks")]
    [InlineData("Playbooks.Runtime")]
    [InlineData("Playbooks.Testing")]
    public void A_message_needs_to_be_read_only_once(string project)
    {
        var folder = Path.Combine(Manual.Root, "runtime", project);

        var stumbles = Sources(folder, "*.cs").Concat(Sources(folder, "*.sh"))
            .SelectMany(file => Texts(file, File.ReadAllText(Path.Combine(folder, file))), (file, message) => (Place: $"{file}:{message.Line}", message.Text))
            .SelectMany(message => WordTests.Stumbles(message.Place, message.Text, _phrases))
            .ToList();

        Assert.True(stumbles.Count == 0, string.Join('\n', stumbles));
    }

    [Theory]
    [InlineData("a.cs", "// is no port\nthrow new($\"{port} is no port: {a + \"mend it\"}\");", "a.cs:2: … is no port: …", "a.cs:2: mend it")]
    [InlineData("a.sh", "# is no port\nfail \"$port is no port\"", "a.sh:2: fail \"$port is no port\"")]
    public void Strings_with_their_holes_and_lines_of_scripts_are_read(string file, string text, params string[] read) =>
        Assert.Equal(read, Texts(file, text).Select(message => $"{file}:{message.Line}: {message.Text}"));

    private static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => file.Split('/')[0] is not ("obj" or "bin"));

    private static IEnumerable<(int Line, string Text)> Texts(string file, string text) =>
        file.EndsWith(".cs", StringComparison.Ordinal) ? Strings(text) : Lines(text);

    /// <summary>The strings of code; a hole of an interpolated one is <c>…</c>, and the strings in it are read for themselves.</summary>
    private static IEnumerable<(int Line, string Text)> Strings(string code) =>
        from node in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes()
        let text = node switch
        {
            InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(
                part => part is InterpolatedStringTextSyntax literal ? literal.TextToken.ValueText : "…")),
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            _ => null,
        }
        where text is not null
        select (node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, text);

    private static IEnumerable<(int Line, string Text)> Lines(string script) =>
        script.Split('\n').Select((line, index) => (index + 1, line)).Where(line => !line.line.TrimStart().StartsWith('#') && line.line.Length > 0);
}
