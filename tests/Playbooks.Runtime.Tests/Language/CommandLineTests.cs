using System.Globalization;
using Playbooks.Generated;

namespace Playbooks.Runtime.Tests.Language;

public sealed class CommandLineTests
{
    private static readonly string[] Files = ["a b", "c'd"];

    public static TheoryData<string, string[]> Texts => new()
    {
        { "echo hello world", ["echo", "hello", "world"] },
        { "  echo\t a \n b  ", ["echo", "a", "b"] },
        { "echo 'a b' \"c d\"", ["echo", "a b", "c d"] },
        { "echo 'a'\"b\"c", ["echo", "abc"] },
        { @"echo a\ b \' \\", ["echo", "a b", "'", "\\"] },
        { """echo "a\"b\\c\$d\`e\f" """, ["echo", "a\"b\\c$d`e\\f"] },
        { @"echo 'a\b'", ["echo", @"a\b"] },
        { "echo '' \"\"", ["echo", "", ""] },
        { "echo $HOME * ; | > x # y ~", ["echo", "$HOME", "*", ";", "|", ">", "x", "#", "y", "~"] },
        { "echo a\\\nb", ["echo", "ab"] },
        { "echo \"a\\\nb\"", ["echo", "ab"] },
        { "echo a\r\n  b", ["echo", "a", "b"] },
    };

    public static TheoryData<string, string> Wrong => new()
    {
        { "", "The command line is empty." },
        { " \n", "The command line is empty." },
        { "tar 'a b", "The ' at character 5 of the command line `tar 'a b` is not closed." },
        { "tar x\"a", "The \" at character 6 of the command line `tar x\"a` is not closed." },
        { @"tar a\", @"The command line `tar a\` ends with a backslash: write two backslashes to get one." },
        { "'' a", "The program's name is empty in the command line `'' a`." },
        { "-x a", "The program's name begins with a dash in the command line `-x a`: write ./ before the name." },
    };

    [Theory]
    [Language("C1")]
    [MemberData(nameof(Texts))]
    public void Text_is_split_into_words_as_POSIX_does_and_nothing_is_expanded(string text, string[] words) =>
        Assert.Equal(words, CommandLine.Parse(text).ToWords());

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_text_that_is_not_a_valid_command_line_is_reported_with_its_position(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(CommandLine.Parse(text).ToWords).Message);

    [Fact]
    public void A_constant_is_a_command_line()
    {
        CommandLine line = "echo 'a b'";

        Assert.Equal(["echo", "a b"], line.ToWords());
    }

    [Theory]
    [Language("C4")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("'\"\\$(x)`y`;*\n")]
    [InlineData("-rf")]
    public void A_hole_is_one_argument_whatever_it_contains(string value) =>
        Assert.Equal(["echo", value, $"x{value}y", value + value], Line($"echo {value} x{value}y {value}{value}").ToWords());

    [Fact]
    [Language("C4")]
    public void A_hole_inside_quotes_joins_the_quoted_text() =>
        Assert.Equal(["echo", "a 'b' c", "d \"b\" e"], Line($"echo \"a {"'b'"} c\" 'd {"\"b\""} e'").ToWords());

    [Fact]
    [Language("C5")]
    public void A_sequence_is_one_argument_an_item_and_none_if_it_is_empty() =>
        Assert.Equal(
            ["rm", "a b", "c'd", "-v"],
            Line($"rm {Files} {Array.Empty<string>()} {Enumerable.Empty<int>()} -v").ToWords());

    [Fact]
    public void A_sequence_may_be_the_whole_command_line() =>
        Assert.Equal(["ls", "1"], Line($"{new object[] { "ls", 1 }}").ToWords());

    [Fact]
    public void A_sequence_that_touches_text_is_refused()
    {
        var expected = "The sequence in `rm --file=` is inside quotes or beside other text, but each item must be an argument of its own: " +
            "write blanks and no quotes around the sequence. To add text to each item, use the method Select.";

        Assert.Equal(expected, Assert.Throws<FormatException>(Line($"rm --file={Files}").ToWords).Message);
        Assert.Throws<FormatException>(Line($"rm {Files}.bak").ToWords);
        Assert.Throws<FormatException>(Line($"rm '{Files}'").ToWords);
        Assert.Throws<FormatException>(Line($"rm {Files}{Files}").ToWords);
        Assert.Throws<FormatException>(Line($"rm {"a"}{Array.Empty<string>()}").ToWords);
    }

    [Fact]
    public void A_hole_after_a_backslash_is_refused() =>
        Assert.Throws<FormatException>(Line($"echo \\{"a"}").ToWords);

    [Fact]
    [Language("C6")]
    public void Dates_and_times_are_written_as_options_are_given_them()
    {
        var moment = new DateTime(2026, 1, 31, 9, 5, 7, DateTimeKind.Unspecified);

        Assert.Equal(
            ["x", "2026-01-31", "09:05", "09:05:07", "09:05:07.25", "2026-01-31T09:05:07", "2026-01-31T09:05:07Z", "2026-01-31T09:05:07+02:00", "31.1."],
            Line(
                $"x {new DateOnly(2026, 1, 31)} {new TimeOnly(9, 5)} {new TimeOnly(9, 5, 7)} {new TimeOnly(9, 5, 7, 250)} {moment} {DateTime.SpecifyKind(
                    moment, DateTimeKind.Utc)} {new DateTimeOffset(moment, TimeSpan.FromHours(2))} {moment:d.M.}")
                    .ToWords());
    }

    [Fact]
    [Language("C6")]
    public void A_written_value_is_read_back_as_the_same_value()
    {
        Same(new DateOnly(2026, 1, 31));
        Same(new TimeOnly(9, 5));
        Same(new TimeOnly(9, 5, 7, 250));
        Same(new DateTimeOffset(2026, 1, 31, 9, 5, 7, TimeSpan.FromHours(2)));
        Same(TimeSpan.FromMinutes(90));
        Assert.Equal(Access.Read | Access.Write, Variable.OfEnum<Access>("Access", "access").Parse([Line($"x {Access.Read | Access.Write}").ToWords()[1]]));

        static void Same<T>(T value)
            where T : IParsable<T> => Assert.Equal(value, Variable.Of<T>("Value", "value").Parse([Line($"x {value}").ToWords()[1]]));
    }

    [Fact]
    [Language("C5", "C6")]
    public void Values_are_written_the_same_everywhere()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };

            Assert.Equal(
                ["x", "1.5", "true", "false", "", "", "007", "2026-01-02", "Cancel", "1.5", "2.5"],
                Line($"x {1.5} {true} {false} {null} {(int?)null} {7:D3} {new DateOnly(2026, 1, 2):yyyy-MM-dd} {AtEnd.Cancel} {new[] { 1.5, 2.5 }}").ToWords());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    [Language("C7")]
    public void Raw_text_opts_out_of_quoting()
    {
        Assert.Equal(["tar", "-c", "-z", "a b"], Line($"tar {"-c -z":raw} {"a b"}").ToWords());
        Assert.Equal(["tar", "a b", "-v"], Line($"tar 'a{" b' -v":raw}").ToWords());
        Assert.Equal("ls | wc -l", Line($"ls {"| wc":raw} -l").ToShell());
        Assert.Equal("if true; then\necho 'a\r\nb'\nfi", Line($"{"if true; then\r\n":raw}echo {"a\r\nb"}\r\nfi").ToShell());
    }

    [Fact]
    public void A_NUL_character_is_refused()
    {
        Assert.Throws<FormatException>(() => Line($"echo {"a\0b"}"));
        Assert.Throws<FormatException>(() => Line($"echo {"a\0b":raw}"));
        Assert.Throws<FormatException>(() => CommandLine.Parse("a\0b"));
    }

    [Fact]
    public void It_reads_like_a_command_line() =>
        Assert.Equal("tar -czf /b/x.tgz 'a b' '' 'c'\\''d'", Line($"tar -czf {"/b/x.tgz"} {"a b"} {null} {"c'd"}").ToString());

    private static CommandLine Line(CommandLine line) => line;

    [Fact]
    [Language("C9")]
    public void A_secret_is_an_argument_that_nobody_is_shown()
    {
        var secret = new Secret("it's $x");
        CommandLine line = new Command($"login --key={secret} {new[] { secret, secret }}").Line;

        Assert.Equal(["login", "--key=it's $x", "it's $x", "it's $x"], line.ToWords());
        Assert.Equal("login --key=*** ***", line.ToString());
        Assert.True(line.HasSecrets);
        Assert.False(new Command($"login {"x"}").Line.HasSecrets);
        Assert.Equal(@"printf %s 'it'\''s $x' | login", new Shell($"printf %s {secret} | login").ScriptText);
    }

    [Fact]
    public void A_secret_is_never_raw() => Assert.Equal(
        "A secret cannot have the format 'raw': the secret would become part of the command line's text and could not be masked.",
        Assert.Throws<FormatException>(() => new Shell($"login {new Secret("x"):raw}")).Message);
}
