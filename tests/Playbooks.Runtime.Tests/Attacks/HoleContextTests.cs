namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>
/// What shells do with a hostile value in single quotes, place by place. Where one of them runs it, a hole there is refused; where none does, and people
/// write it, a hole is accepted. <c>@</c> stands for the hole.
/// </summary>
[Needs("process")]
public sealed class HoleContextTests
{
    private const string Subscript = "a[$(: >CANARY)]";
    private const string Command = "$(: >CANARY)";
    private const string Untraced = "$(>CANARY)";
    private const string NextLine = "x\n: >CANARY\n";

    private static readonly (string Line, string Value)[] Running =
    [
        ("echo a >&@", Command), ("echo a >& @", Command), ("echo a >&x@", Command), ("x=@; echo a >&\"$x\"", Command),
        ("a[@]=1", Command), ("a[@]=1", NextLine), ("a[ @ ]=1", NextLine), ("typeset a[@]=1", NextLine), ("export a[@]=1", NextLine), ("a[` @", NextLine),
        ("a[$` @", NextLine), ("a[$(@", NextLine), ("</dev/null a[@]", NextLine), ("a=([@]=1)", Command),
        ("[[ @ -gt 5 ]]", Subscript), ("[[ 5 -le @ ]]", Subscript), ("if [[ a < b && @ -eq 1 ]]; then :; fi", Subscript),
        ("x=@; [[ ${x} -gt 5 ]]", Subscript), ("a=1; [[ -v @ ]]", Subscript),
        ("x=@; echo $((x))", Subscript), ("x=@; y=$x; ((y))", Subscript), ("x=@; y=x; ((y))", Subscript),
        ("export x=@; echo $((x))", Subscript), ("a=(@); echo $((a))", Subscript),
        ("x=$(echo @); ((x))", Subscript), ("echo @ | { read x; echo $((x)); }", Subscript), ("set -- @; echo $(($1))", Subscript),
        ("f() { echo $(($1)); }; f @", Subscript),
        ("function f { echo $(($1)); }; f @", Subscript), ("for x in @; do ((x)); done", Subscript),
        ("x=@; for ((i = 0; i < x; i++)); do break; done", Subscript), ("x=@; echo $[x]", Subscript),
        ("x=@; echo $(( $(echo $x) ))", Subscript), ("x=@; cat <<E\n$((x))\nE", Subscript), ("n=@; s=abc; echo ${s:n}", Subscript),
        ("n=@; s=abc; echo ${s:0:$n}", Subscript),
        ("n=@; a[0]=1; echo ${a[n]}", Subscript), ("n=@; a[$n]=1", Subscript), ("x=@; echo ${!x}", Subscript), ("n=@; : ${y:=$n}; echo $((y))", Subscript),
        ("let x=@", Subscript), ("x=@; let y=x", Subscript), ("a=1; unset @", Subscript), ("a=1; test -v @", Subscript),
        ("a=1; [ ! -v @ ]", Subscript), ("printf -v @ x", Subscript),
        ("echo x | { read @; }", Subscript), ("echo x | { 2>/dev/null read @; }", Subscript), ("echo x | { read >|f @; }", Subscript),
        ("read < <(echo x) @", Subscript), ("function f { read @; }; echo x | f", Subscript),
        ("set -- x; for i do echo x | { read @; }; done", Subscript), ("declare @", Subscript + "=1"),
        ("typeset -x @", Subscript + "=1"), ("f() { local @; }; f", Subscript + "=1"),
        ("declare -i x=@", Subscript), ("declare -i x; x=@", Subscript), ("declare -n x=@; echo $x", Subscript),
        ("sleep 0 & wait -n -p @", Subscript), ("compgen -W @", Command),
        ("[ @ -gt 5 ]", Subscript), ("test 5 -eq @", Subscript), ("x=@; [ \"$x\" -gt 5 ]", Subscript), ("set -- a b; shift @", Subscript),
        ("ulimit -n @", Subscript), ("getopts ab @ -a", Subscript),
        ("read -u @ x", Subscript), ("export @", Subscript + "=1"), ("readonly @", Subscript + "=1"), ("set -A x @; echo $((x))", Subscript),
        ("COLUMNS=@; :", Subscript), ("TMOUT=@; :", Subscript), ("RANDOM=@", Subscript), ("OPTIND=@", Subscript), ("PS4=@; set -x; :", Untraced),
        ("BASH_ENV=@ bash -c :", Command), ("((1))#@", NextLine), ("(( 1 > 0 ))# @", NextLine),
    ];

    private static readonly (string Line, string Value)[] Holding =
    [
        ("echo a >@", Command), ("echo a >>@ 2>&1", Command), ("echo a >|@", Command), ("echo a &>@", Command), ("cat <@", Command),
        ("cat <&@", Command), ("cat <>@", Command), ("echo a[@]", Command), ("echo @[1]", Command),
        ("x=a[@]", NextLine), ("[ -n @ ] && [ @ = @ ] && [ @ -nt @ ]", Subscript), ("[ -t @ ]", Subscript), ("[[ @ == a* && -f @ ]]", Subscript),
        ("[[ x =~ @ ]]", Command), ("[[ @ -nt @ ]]", Subscript),
        ("[[ @ < b ]]", Subscript), ("export x=@; readonly y=@", Subscript), ("f() { return @; }; f", Subscript),
        ("exit @", Subscript), ("umask @", Subscript), ("x=@; [ ${#x} -gt 5 ]", Subscript),
        ("for i in a; do break @; done", Subscript), ("command -v @", Subscript), ("type @", Subscript),
        ("case x in [@]) ;; esac", Command), ("case @ in a) ;; esac", Command),
        ("for i in @; do :; done", Subscript), ("select i in @; do break; done", Subscript), ("getopts ab x @", Subscript), ("cd @", Command),
        ("x=@; cd ~$x", Command), ("kill @; wait @; jobs @", Subscript), ("printf %d @", Subscript),
        ("printf '%s' @", Subscript), ("read -p @ -t 1 x", Command), ("trap : @", Command), ("hash @", Command), ("set -o @", Subscript),
        ("x=@; echo ${x:-a} ${x%b} ${x/a/b}", Command), ("echo *@*", Command), ("a=(@ b)", Subscript),
        ("declare x=@", Subscript), ("x=@; n=$(cat f)", Subscript), ("exec 3>@", Command), ("echo $(( $(cat @ | wc -l) + 1 ))", Subscript),
    ];

    [Fact]
    public async Task Where_a_shell_runs_a_quoted_value_a_hole_is_refused()
    {
        var fired = await CanaryShells.RunAsync([.. Running.Select(Quoted)], TestContext.Current.CancellationToken);

        Assert.Empty(Running.Where((place, i) => fired.All(fire => fire.Script != i)).Select(place => $"No shell runs it: {place.Line}"));
        Assert.Empty(Running.Where(place => Line(place) is { } sent && sent == Quoted(place)).Select(place => $"Accepted: {place.Line}"));
    }

    [Fact]
    public async Task Where_no_shell_runs_it_a_hole_is_accepted()
    {
        var fired = await CanaryShells.RunAsync([.. Holding.Select(Quoted)], TestContext.Current.CancellationToken);

        Assert.Empty(fired.Select(fire => $"{fire.Shell} runs it: {Holding[fire.Script].Line}"));
        Assert.Empty(Holding.Where(place => Line(place) is null).Select(place => $"Refused: {place.Line}"));
    }

    private static string Quoted((string Line, string Value) place) => place.Line.Replace("@", $"'{place.Value}'", StringComparison.Ordinal);

    /// <summary>What the shell is given; <see langword="null"/> where a hole is refused.</summary>
    private static string? Line((string Line, string Value) place)
    {
        var line = new CommandLine(0, 0);
        var texts = place.Line.Split('@');
        for (var i = 0; i < texts.Length; i++)
        {
            if (i > 0)
            {
                line.AppendFormatted(place.Value);
            }

            line.AppendLiteral(texts[i]);
        }

        try
        {
            return line.ToShell();
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
