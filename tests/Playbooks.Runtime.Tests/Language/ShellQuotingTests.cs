using Playbooks.Runtime.Tests.Modules;

namespace Playbooks.Runtime.Tests.Language;

/// <summary>What arrives at a program is what was given, wherever the hole stands, in every shell.</summary>
[Needs("process")]
public sealed class ShellQuotingTests
{
    private static readonly string[] Values =
    [
        "plain", "", " ", "a b", "it's", "say \"hi\"", "$HOME", "$(touch gone)", "`touch gone`", "${HOME}", "$((1+1))", "a\\", "\\", "\\\\",
        "\\$x", "\\'", "\\\"", "'\\''", "';touch gone;'", "\";touch gone;\"", "a\nb", "\n", "a\n\nb\n", "\\\n", "-rf", "--", "-", "*", "?[a]", "~", "~root",
        "#x", "# x", "a;b", "a|b", "a&b", "<a>", "(a)", "{a,b}", "!", "!!", "a=b", "é ü 漢 🎉", "\t", "a\rb", "%s%n", "\\n\\t", "\u0001\u007f", "if", "case",
        "''", "\"\"", "'", "\"", "`", "$", "$'", "))", "}", "EOF", "\\`", "a`b`c", "x y'z\"w$v`u\\t\n#s",
    ];

    [Theory]
    [Language("C2")]
    [EachShell]
    public async Task A_hole_arrives_as_it_was_given_wherever_it_stands(string shell)
    {
        using var home = new TestHome();
        var expected = new List<string>();
        var script = new List<string> { """rec() { for a in "$@" end; do printf '%s\0' "$a"; done >>"$HOME/out"; }; unset x""" };
        foreach (var v in Values)
        {
            Add($"rec {v}", v);
            Add($"rec x{v}y", $"x{v}y");
            Add($"rec {v}{v}", v + v);
            Add($"rec 'a {v} b'", $"a {v} b");
            Add($"rec \"a {v} b\"", $"a {v} b");
            Add($"rec '{v}'\"{v}\"{v}", v + v + v);
            Add($"rec \"\\\\{v}\" \\\\{v} '\\{v}'", $"\\{v}", $"\\{v}", $"\\{v}");
            Add($"y=$${v}; rec \"\\$\"{v}", $"${v}");
            Add($"x=$(rec {v})", v);
            Add($"x=\"$(rec {v} \"{v}\" '{v}')\"", v, v, v);
            Add($"x=\"$(rec \"$(rec {v})\" {v})\"", [v, "end", "", v]);
            Add($"x=$( (rec {v}); rec \"a)\" {v} )", [v, "end", "a)", v]);
            Add($"x=`rec {v} \"{v}\" '{v}'`", v, v, v);
            Add($"x=`rec \\`rec {v} '{v}'\\` {v}`", [v, v, "end", v]);
            Add($"x=`rec $(rec {v}) {v}`", [v, "end", v]);
            Add($"x=$(rec `rec {v}` {v})", [v, "end", v]);
            Add($"# it's a comment {v}\nrec {v} # {v}\nrec a#{v}", [v, "end", $"a#{v}"]);
            Add($"rec ${{x:-a}}b{v} \"${{x:-a b}}{v}\"", $"ab{v}", $"a b{v}");
            Add($"rec $((1 + (2))){v} \"$((1+1))\"{v}", $"3{v}", $"2{v}");
            Add($"x={v}; rec \"$x\"", v);
            Add($"rec a\\\n{v} b", $"a{v}", "b");
            Add($"if [ {v} = \"{v}\" ]; then rec {v}; fi", v);
            Add($"f() {{ rec {v} \"$@\"; }}; f {v}", v, v);
            Add($"case {v} in '{v}') rec {v};; esac", v);
            Add($"(rec {v});(rec {v})&wait", [v, "end", v]);
            Add($"rec {new[] { v, v }} x {Array.Empty<string>()};rec {new[] { v }}", [v, v, "x", "end", v]);
            Add($"x=$(rec {new[] { v, v }}); x=`rec {new[] { v, v }}`", [v, v, "end", v, v]);
        }

        var outcome = await TestShell.RunAsync(
            shell, string.Join('\n', script), home, null, null, TestContext.Current.CancellationToken);

        Assert.Equal("", outcome.Stderr);
        var arrived = home.Read("out").Split('\0')[..^1];
        Assert.Equal(expected, arrived);
        Assert.False(File.Exists(home["gone"]));

        void Add(CommandLine line, params string[] arguments)
        {
            script.Add($"{line.ToShell()}\nunset x");
            expected.AddRange(arguments);
            expected.Add("end");
        }
    }

    [Theory]
    [Language("C1")]
    [EachShell]
    public async Task A_program_without_a_shell_is_given_the_same(string shell)
    {
        using var home = new TestHome();
        home.Program("rec", """for a in "$@"; do printf '%s\0' "$a"; done""");
        await using var host = new TestHost(shell, home);

        var result = await host.RunAsync(new Command($"rec {Values} x{Values[9]}'y z' {"$HOME":raw} *"));

        Assert.Equal([.. Values, $"x{Values[9]}y z", "$HOME", "*", ""], result.Stdout.Split('\0'));
    }

    [Fact]
    public void A_hole_where_nothing_can_be_quoted_is_refused()
    {
        const string v = "a";
        Refused($"echo \\{v}", "directly after a backslash");
        Refused($"echo \"\\{v}\"", "directly after a backslash");
        Refused($"echo `echo \\{v}`", "directly after a backslash");
        Refused($"echo ${v}", "directly after a `$`");
        Refused($"echo \"${v}\"", "directly after a `$`");
        Refused($"echo `echo ${v}`", "directly after a `$`");
        Refused($"echo ${{x:-{v}}}", "inside `${…}`");
        Refused($"echo \"${{x:-{v}}}\"", "inside `${…}`");
        Refused($"echo \"${{x:-'a'}}\" {v}", "after quotes inside `\"${…}\"`");
        Refused($"echo $((1 + {v}))", "only whole numbers");
        Refused($"((1 + {v}))", "only whole numbers");
        Refused($"echo $[1] {v}", "after `$[`");
        Refused($"echo $'a' {v}", "after `$'`");
        Refused($"echo \"`echo {v}`\"", "backquotes inside other quotes");
        Refused($"echo `echo '` {v}", "where the backquotes end");
        Refused($"cat <<X\n{v}\nX", "after `<<`");
        Refused($"cat <<X >{v}\nX", "after `<<`");
        Refused($"echo $(case x in x) echo {v};; esac)", "after a `case` inside `$(…)`");
        Refused($"echo $(echo a # it's\n) {v}", "after a comment inside `$(…)`");
        Refused($"echo '{new[] { v }}'", "is a sequence inside quotes or beside other text");
    }

    [Fact]
    public void A_sequence_that_touches_text_is_refused()
    {
        string[] v = ["a"];
        Refused($"echo x={v}", "is a sequence inside quotes or beside other text");
        Refused($"echo {v}x", "is a sequence inside quotes or beside other text");
        Refused($"echo {v}{v}", "is a sequence inside quotes or beside other text");
        Refused($"echo `ls {v}x`", "is a sequence inside quotes or beside other text");
    }

    [Theory]
    [InlineData(42, "echo $((1 + 42))")]
    [InlineData(-3, "echo $((1 +  -3))")]
    public void Arithmetic_takes_whole_numbers(int value, string line) =>
        Assert.Equal(line, new Shell($"echo $((1 + {value}))").ScriptText);

    [Fact]
    public void An_empty_sequence_makes_no_operator_of_its_neighbours() =>
        Assert.Equal("a &   & b", new Shell($"a & {Array.Empty<string>()} & b").ScriptText);

    [Fact]
    public void Text_without_holes_is_the_shells_own_affair() =>
        Assert.Equal("cat <<'X'\nit's $HOME\nX", new Shell("cat <<'X'\nit's $HOME\nX").ScriptText);

    private static void Refused(CommandLine line, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(line.ToShell).Message, StringComparison.Ordinal);
}
