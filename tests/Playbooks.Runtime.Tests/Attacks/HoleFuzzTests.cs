using System.Text;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>Hostile values in random lines do nothing, in every shell, wherever a line is accepted.</summary>
[Needs("process")]
public sealed class HoleFuzzTests
{
    private const string Hole = "\0";

    /// <summary>Pieces of lines, put together without sense.</summary>
    private static readonly string[] Pieces =
    [
        "echo ", "printf %s ", "x=", "${x:-", "}", "\"", "'", "$(", ")", "`", "$((", "((",
        "))", "(", " ", "\n", ";", " | cat ", " && ", " || ", "#", "\\", "\\\n",
        "case ", " in ", "a) ", "*) ", ";; ", "esac", "if true; then ", "fi", "{ ", "; }", "for i in ",
        "; do ", "done", "<<E\n", "E\n", "$'", "$\"", "$", "$$", "$#", "~", "!",
        "=", "2>&1", "1", "+", "h() ", "&", "<(", "${#x}", "${x%", "${x#", "\t", "\r", "|&",
        ">&2 ", "<<<", "function h ", "a[", "]=", "case", "c", "ase ", "test ", "a",
        "'it'\\''s' ", "\"q\\\"q\" ", "# it's\n", "# \"\n", "echo \"a $(echo ", "\" ", "echo `echo ",
        "` ", "echo '", "' ", "echo \"", "cat ", "--opt=", "$(case x in ", " #c", "((1))#",
        "$(#c\n", "`#c\n", "\\\\", "\\\"", "\\'", "[[ ", " ]]", " -gt 5 ", "let ", "read ", "unset ",
        "$x", "${x", "$((x))", ">&", "a=(", "${!x}", "[", "]", ">|f ", "&>f ",
    ];

    /// <summary>Commands as people write them, put together with sense: some give a variable a hole, and some evaluate one.</summary>
    private static readonly string[] Commands =
    [
        $"x={Hole}", $"export x={Hole}", "y=$x", "y=${x:-1}", "y=\"$x\"", "y=x", $"x+={Hole}", $"a=({Hole})",
        $"a=([{Hole}]=1)", $"a[{Hole}]=1", "a[$x]=1", $"for x in {Hole} b; do :; done",
        $"echo {Hole} | {{ read x; echo $((x)); }}", $"x=$(echo {Hole})", $"x=`printf %s {Hole}`", $"set -- {Hole}",
        $"f {Hole}", "f() { echo $(($1)); }", "function f { let \"y=$1\"; }",
        $"declare x={Hole}", $"declare -i x={Hole}", "declare -i x", "declare -n r=x", $"local x={Hole}",
        $"typeset {Hole}", $"readonly r={Hole}", $"unset {Hole}", "unset \"a[$x]\"",
        $"read {Hole}", $"read -r x <<E\n{Hole}\nE", $"printf -v {Hole} a", "printf -v \"$x\" a", $"test -v {Hole}",
        "[ -v $x ]", $"[[ -v {Hole} ]]", $"[[ {Hole} -gt 5 ]]", "[[ $x -eq y ]]",
        $"[[ 1 < {Hole} && x -le 3 ]]", $"[ {Hole} -gt 5 ]", $"let {Hole}", "let y=x", "((x))", "(( \"$y\" > 1 ))",
        "echo $((y + 1))", "echo $[x]", $"echo $(( $(echo {Hole}) ))", "echo ${x}",
        "echo ${s:x}", "echo ${s:$y:1}", "echo ${a[x]}", "echo ${!x}", "echo ${x@P}", "echo ${x:=$y}",
        $"echo >&{Hole}", "echo >&$x", $"echo >{Hole}", $"cat <{Hole}", $"echo &>{Hole}",
        $"echo {Hole}", $"echo \"{Hole}\" '{Hole}'", $"case {Hole} in [a]*) echo {Hole};; esac", $"wait -p {Hole}",
        $"compgen -W {Hole}", $"mapfile -t {Hole}", $"shift {Hole}", $"getopts ab {Hole}",
        $"RANDOM={Hole}", $"OPTIND={Hole}", $"BASH_ENV={Hole} bash -c :", $"coproc read {Hole}", $"time -p read {Hole}", $"(( 1 ))# {Hole}", $"# {Hole}",
        $"trap - {Hole}", $"[ 5 -le {Hole} ]", "[ \"$x\" -eq 1 ]", $"[ 1 {Hole} {Hole} ]", $"test {Hole} {Hole}", $"export {Hole}", $"ulimit -n {Hole}",
        $"read -u {Hole} y", $"COLUMNS={Hole}", $"set -A x {Hole}", "[ ${#x} -gt 1 ]", $"true {Hole}",
    ];

    private static readonly (string Open, string Close)[] Around =
    [
        ("", ""), ("", ""), ("", ""), ("$(", ")"), ("echo \"$(", ")\""), ("`", "`"), ("( ", " )"), ("{ ", "; }"),
        ("if ", "; then :; fi"), ("g() { ", "; }; g x"), ("2>/dev/null ", ""), ("! ", ""),
        ("cat <(", ")"), ("echo ${z:-$(", ")}"), ("for i do ", "; done"), ("command ", ""), ("", " | cat"), ("", " &"), ("", " >f 2>&1"),
    ];

    private static readonly string[] Joints = ["; ", "\n", " && ", " || ", " | ", " & "];

    private static readonly string[] Values =
    [
        "$(: >CANARY)", "`: >CANARY`", ";: >CANARY;", "|: >CANARY ", "\n: >CANARY\n", "'", "\"", "\\", ")", "))",
        "}", "#", " ", "EOF\n", "E\n", "$", "`", "a", ";; esac\n: >CANARY\n", "\n", "&>CANARY ", "é",
        "\r\n", "\t", "-", "*", "~", "\\\n", "${x:->CANARY}", "'\n: >CANARY\n'", "\"\n: >CANARY\n\"", "]", "[", "=",
    ];

    /// <summary>What is arithmetic, or the name of a variable, with a command in it.</summary>
    private static readonly string[] Subscripts =
        ["a[$(: >CANARY)]", "a[$(: >CANARY)]=1", "x[`: >CANARY`]", "a[$(: >CANARY)]+1", "1+a[$(: >CANARY)]", "$(: >CANARY)", "-gt", "-v"];

    [Theory]
    [InlineData("pieces")]
    [InlineData("commands")]
    [InlineData("bent commands")]
    public async Task A_hostile_value_does_nothing_wherever_its_line_is_accepted(string grammar)
    {
        var accepted = Lines(grammar, Sample.Size(normal: 700, all: 20_000)).SelectMany(Quoted).ToList();

        Assert.True(accepted.Count > Sample.Size(normal: 100, all: 3_000), $"Only {accepted.Count} lines were accepted.");
        var fired = await CanaryShells.RunAsync(accepted, TestContext.Current.CancellationToken);
        Assert.Empty(fired.Select(fire => $"{fire.Shell}: {accepted[fire.Script]}"));
    }

    /// <summary>The control: the same values as they are run in many of the same lines.</summary>
    [Theory]
    [InlineData("pieces", 5)]
    [InlineData("commands", 20)]
    [InlineData("bent commands", 10)]
    public async Task The_same_values_without_quotes_do_much(string grammar, int percent)
    {
        var raw = Lines(grammar, 200).ConvertAll(parts => string.Concat(parts.Select(part => part.Text)));

        var fired = await CanaryShells.RunAsync(raw, TestContext.Current.CancellationToken);

        Assert.True(fired.Select(fire => fire.Script).Distinct().Count() >= raw.Count * percent / 100);
    }

    /// <summary>The other control.</summary>
    [Fact]
    public async Task A_line_that_does_not_end_keeps_no_other_waiting()
    {
        string[] lines = ["while :; do :; done", "sleep 932 &", "sleep 932 | while :; do :; done", ": >CANARY"];

        var fired = await CanaryShells.RunAsync(lines, TestContext.Current.CancellationToken, TimeSpan.FromSeconds(0.5));

        Assert.Equal([3, 3, 3, 3, 3, 3], fired.Select(fire => fire.Script));
    }

    private static IEnumerable<string> Quoted(List<(string Text, string[]? Value)> parts)
    {
        var line = new CommandLine(0, 0);
        foreach (var (text, value) in parts)
        {
            if (value is null)
            {
                line.AppendLiteral(text);
            }
            else if (value is [var one])
            {
                line.AppendFormatted(one);
            }
            else
            {
                line.AppendFormatted(value);
            }
        }

        try
        {
            return [line.ToShell()];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static List<List<(string Text, string[]? Value)>> Lines(string grammar, int count)
    {
        var random = Sample.Random($"holes in {grammar}");
        return [.. Enumerable.Range(0, count).Select(_ => Filled(Line(grammar, random), random))];
    }

    private static string Line(string grammar, Random random) => grammar switch
    {
        "pieces" => Soup(random),
        "commands" => Script(random),
        _ => Bent(Script(random), random),
    };

    /// <summary>With pieces at places where nobody would write them, and without calls, which might become calls of a function by itself.</summary>
    private static string Bent(string line, Random random)
    {
        line = line.Replace("; g x", "", StringComparison.Ordinal).Replace($"f {Hole}", $"true {Hole}", StringComparison.Ordinal);
        for (var rest = random.Next(1, 4); rest > 0; rest--)
        {
            line = line.Insert(random.Next(line.Length + 1), Any(Pieces, random));
        }

        return line;
    }

    private static string Soup(Random random)
    {
        var line = new StringBuilder();
        for (var rest = random.Next(2, 12); rest > 0; rest--)
        {
            line.Append(random.Next(4) == 0 ? Hole : Any(Pieces, random));
        }

        return line.Append(line.ToString().Contains(Hole, StringComparison.Ordinal) ? "" : Hole).ToString();
    }

    private static string Script(Random random)
    {
        var line = new StringBuilder();
        for (var rest = random.Next(1, 5); rest > 0; rest--)
        {
            var (open, close) = Any(Around, random);
            line.Append(open).Append(Any(Commands, random)).Append(close).Append(rest > 1 ? Any(Joints, random) : "");
        }

        return line.ToString();
    }

    private static List<(string Text, string[]? Value)> Filled(string line, Random random)
    {
        var parts = new List<(string, string[]?)>();
        var texts = line.Split(Hole);
        for (var i = 0; i < texts.Length; i++)
        {
            if (i > 0)
            {
                // One is a text; none, or two, are a sequence.
                string[] value = random.Next(8) > 0 ? [Value(random)] : random.Next(3) == 0 ? [] : [Value(random), Value(random)];
                parts.Add((string.Join(' ', value), value));
            }

            parts.Add((texts[i], null));
        }

        return parts;
    }

    private static string Value(Random random) => random.Next(3) == 0
        ? Any(Subscripts, random)
        : string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Any(Values, random)));

    private static T Any<T>(T[] all, Random random) => all[random.Next(all.Length)];
}
