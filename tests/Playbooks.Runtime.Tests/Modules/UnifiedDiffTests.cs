using System.Globalization;
using System.Text;

namespace Playbooks.Runtime.Tests.Modules;

public sealed class UnifiedDiffTests
{
    private static readonly string s_hundred = string.Concat(Enumerable.Range(1, 100).Select(line => $"line {line}\n"));

    [Fact]
    public void Changes_that_are_near_share_a_hunk_with_three_lines_around() => Assert.Equal(
        """
        --- /etc/app
        +++ /etc/app
        @@ -7,10 +7,11 @@
         line 7
         line 8
         line 9
        -line 10
        +ten
         line 11
         line 12
         line 13
        +more
         line 14
         line 15
         line 16
        @@ -97,4 +98,3 @@
         line 97
         line 98
         line 99
        -line 100

        """,
        UnifiedDiff.Of(
            s_hundred,
            s_hundred
                .Replace("line 10\n", "ten\n", StringComparison.Ordinal)
                .Replace("line 13\n", "line 13\nmore\n", StringComparison.Ordinal)
                .Replace("line 100\n", "", StringComparison.Ordinal),
            "/etc/app",
            "/etc/app"));

    [Theory]
    [InlineData("", "one\ntwo\n", "@@ -0,0 +1,2 @@\n+one\n+two\n")]
    [InlineData("one\n", "", "@@ -1 +0,0 @@\n-one\n")]
    [InlineData("one\n", "one", "@@ -1 +1 @@\n-one\n+one\n\\ No newline at end of file\n")]
    [InlineData("one", "one\n", "@@ -1 +1 @@\n-one\n\\ No newline at end of file\n+one\n")]
    [InlineData("one\r\n", "one\n", "@@ -1 +1 @@\n-one\r\n+one\n")]
    [InlineData("a\n\nb\n", "a\nb\n", "@@ -1,3 +1,2 @@\n a\n-\n b\n")]
    public void Line_breaks_and_empty_texts_are_shown_as_in_diff(string before, string after, string hunks) =>
        Assert.Equal($"--- a\n+++ b\n{hunks}", UnifiedDiff.Of(before, after, "a", "b"));

    [Fact]
    public void Equal_content_has_no_difference() => Assert.Equal("", UnifiedDiff.Of(s_hundred, s_hundred, "a", "b"));

    [Fact]
    public void Whatever_differs_the_difference_makes_the_one_of_the_other()
    {
        string[] few = ["", "a\n", "b\n", "a\na\n", "a\nb\n", "b\na\n", "b\nb\n"];
        var filler = string.Concat(Enumerable.Range(1, 10).Select(line => $"{line}\n"));
        var texts = few
            .SelectMany(first => few.SelectMany(last => new[] { first + filler + last, first + last, first + filler + last + "end" }))
            .Distinct()
            .ToList();

        Assert.All(texts.SelectMany(before => texts.Select(after => (before, after))), pair =>
            Assert.Equal(pair.after, Applied(pair.before, UnifiedDiff.Of(pair.before, pair.after, "a", "b"))));
    }

    /// <summary>What <c>patch</c> does, with every line that a hunk names checked.</summary>
    private static string Applied(string before, string diff)
    {
        var old = Lines(before);
        var made = new StringBuilder();
        var at = 0;
        var lines = Lines(diff.Replace("\n\\ No newline at end of file\n", "\0", StringComparison.Ordinal));
        foreach (var line in lines.Skip(2))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                var range = line.Split(' ')[1][1..].Split(',');
                var start = int.Parse(range[0], CultureInfo.InvariantCulture) - (range is [_, "0"] ? 0 : 1);
                made.AppendJoin("", old[at..start]);
                at = start;
                continue;
            }

            foreach (var part in line.EndsWith('\n') && !line.Contains('\0', StringComparison.Ordinal)
                ? [line]
                : line.Split('\0', StringSplitOptions.RemoveEmptyEntries))
            {
                if (part[0] is ' ' or '-')
                {
                    Assert.Equal(old[at++], part[1..]);
                }

                made.Append(part[0] == '-' ? "" : part[1..]);
            }
        }

        return made.AppendJoin("", old[at..]).ToString();
    }

    private static string[] Lines(string text)
    {
        var lines = text.Split('\n').Select(line => $"{line}\n").ToArray();
        lines[^1] = lines[^1][..^1];
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
