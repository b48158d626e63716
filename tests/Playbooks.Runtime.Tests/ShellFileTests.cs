using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Playbooks.Runtime.Tests;

/// <summary>Shell that hosts are sent is in files, which <c>shellcheck</c> reads.</summary>
[Needs("process")]
public sealed partial class ShellFileTests
{
    private const int MostLines = 5;

    private static readonly string[] _others = ["tests/run", "tests/compare", "tests/lab/lab", "tests/lab/machines", "tests/lab/ours", ".ci/run"];

    // bash prints a function as it has read it: without comments, and with indentation of its own.
    private const string Print = "eval \"f() {\n$1\n}\" && declare -f f";

    public static TheoryData<string> Files => [.. Sources("*.sh")];

    private static string Root { get; } = FindRoot();

    [Fact]
    public void Shellcheck_finds_nothing() => Assert.Equal("", Said("shellcheck", ["-f", "gcc", .. Sources("*.sh"), .. _others]));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_without_comments_and_indentation_means_the_same(string file)
    {
        var written = File.ReadAllText(Path.Combine(Root, file));

        Assert.True(
            Said("bash", ["-c", Print, "bash", written]) == Said("bash", ["-c", Print, "bash", Sent(written)]),
            $"{file}: hosts get its lines without indentation, and none that is empty or begins with #. Write no such line in a here-document or in quotes.");
    }

    [Theory]
    [InlineData("cat <<END\n  indented\nEND\n")]
    [InlineData("cat <<END\n# no comment\nEND\n")]
    [InlineData("x='\n\n'\n")]
    public void A_line_that_would_be_lost_is_found(string text) =>
        Assert.NotEqual(Said("bash", ["-c", Print, "bash", text]), Said("bash", ["-c", Print, "bash", Sent(text)]));

    [Fact]
    public void More_than_five_lines_of_shell_are_in_a_file_of_their_own() => Assert.All(
        Sources("*.cs"),
        file => Assert.All(
            RawString().Matches(File.ReadAllText(Path.Combine(Root, file))).Select(match => match.Groups[1].Value).Where(text => Shell().IsMatch(text)),
            text => Assert.True(
                Lines(text) <= MostLines,
                $"{file} has {Lines(text)} lines of shell, {MostLines} at most: put them into a .sh file beside it.\n{text}")));

    private static string Sent(string text)
    {
        using var lines = new StringReader(text);
        return ShellFile.Stripped(lines);
    }

    // A line that only stands for a value is none.
    private static int Lines(string text) => text.Split('\n').Count(line => line.Trim() is { Length: > 0 } code && !Hole().IsMatch(code));

    private static string Said(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Root, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "runtime"), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string FindRoot([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    [GeneratedRegex("\"\"\"\\n(.*?)\\n *\"\"\"", RegexOptions.Singleline)]
    private static partial Regex RawString();

    // What only shell has.
    [GeneratedRegex(@"\$[\w({]|[<>]&\d|/dev/null|\b(then|fi|esac|done)\b|\(\) \{")]
    private static partial Regex Shell();

    [GeneratedRegex(@"\A\{+[^{}]*(\{[^{}]*\}[^{}]*)*\}+\z")]
    private static partial Regex Hole();
}
