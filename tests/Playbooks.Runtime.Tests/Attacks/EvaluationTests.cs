namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>A hole that a shell would evaluate, though it is quoted, is refused; lines that people write are not. <c>@</c> is a hole with a text, <c>#n</c> one with a number.</summary>
public sealed class EvaluationTests
{
    [Theory]
    [InlineData("[[ @ -gt 5 ]]")]
    [InlineData("[[ 5 -le @ ]] && echo")]
    [InlineData("[[ -n $a && ( \"@\" -eq 1 ) ]]")]
    [InlineData("if [[ 'x@' -ne 1 ]]; then echo; fi")]
    [InlineData("[[ -v @ ]]")]
    [InlineData("x=@; [[ $x -gt 5 ]]")]
    [InlineData("x=@; [[ x -gt 5 ]]")]
    [InlineData("test -v @")]
    [InlineData("[ -v @ ]")]
    [InlineData("let x=@")]
    [InlineData("let @")]
    [InlineData("x=@; let y=x")]
    [InlineData("x=@; echo $((x))")]
    [InlineData("x=@; echo \"$((1 + ${x}))\"")]
    [InlineData("export x=1; x+=@; (( x > 5 ))")]
    [InlineData("for i in @ b; do echo $((i)); done")]
    [InlineData("unset @")]
    [InlineData("unset -v a @")]
    [InlineData("read @")]
    [InlineData("echo x | { read -r a @; }")]
    [InlineData("read -a @ </x")]
    [InlineData("command read @")]
    [InlineData("printf -v @ x")]
    [InlineData("printf -v@ x")]
    [InlineData("declare @")]
    [InlineData("declare -i x=@")]
    [InlineData("typeset -n x=@")]
    [InlineData("local @=1")]
    [InlineData("a[@]=1")]
    [InlineData("echo; a[@ ")]
    [InlineData("x=$(a[@]=1)")]
    [InlineData("x=`let @`")]
    [InlineData("echo a >&@")]
    [InlineData("echo a >& @")]
    [InlineData("true && echo \"$(echo b 1>&@)\"")]
    public void A_hole_that_is_evaluated_is_refused(string line) =>
        Assert.StartsWith("In the command line `", Assert.Throws<FormatException>(() => Line(line).ToShell()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[[ #n -gt 5 ]] && [[ $a -le #n ]]")]
    [InlineData("[[ @ == a* && -f @ || @ =~ ^x ]]")]
    [InlineData("[[ -n @ ]] && [[ @ -nt @ ]]; echo @ -gt 5")]
    [InlineData("[ @ -gt 5 ] || test @ -eq 3")]
    [InlineData("[ -f @ ] && . @")]
    [InlineData("x=@; echo \"$x\"; y=$x")]
    [InlineData("x=#n; echo $((x + 1)); (( x > #n ))")]
    [InlineData("let x=#n")]
    [InlineData("for f in @ b; do echo \"$f\"; done")]
    [InlineData("while read -r a b; do echo \"$a\" @; done <@")]
    [InlineData("read -r -p @ -t #n answer; read -d @ x")]
    [InlineData("printf '%s\\n' @ | tee -a @ >>@ 2>&1")]
    [InlineData("printf -v x '%s' @")]
    [InlineData("local x=@; export PATH=@:$PATH; declare -r y=@; readonly z=@")]
    [InlineData("export @")]
    [InlineData("unset x; echo unset @; echo let @")]
    [InlineData("cmd >@ 2>&1; cmd 2>&#n; cmd <&#n; cmd &>@; cat <@")]
    [InlineData("echo a[@] x[@]=1 @[1]")]
    [InlineData("ls @/*.log | grep -c @ | awk '{print $1}'")]
    [InlineData("sudo -u @ -- systemctl restart @ && echo done")]
    [InlineData("find @ -name '*.tmp' -mtime +#n -exec rm -f {} +")]
    [InlineData("tar -czf @ -C @ . && sha256sum @ >@.sha256")]
    [InlineData("if ! id @ >/dev/null 2>&1; then useradd -m @; fi")]
    [InlineData("case @ in a) echo @ ;; *) exit 1 ;; esac")]
    [InlineData("(cd @ && make -j$(nproc)) || exit $?")]
    [InlineData("psql -d @ -c \"select 1 from t where a = '@'\"")]
    [InlineData("curl -fsS -H \"Authorization: Bearer @\" @ -o @")]
    [InlineData("echo $((1+1))#@ ; f() { echo \"$1\"; }; f @")]
    [InlineData("sed -i \"s/a/b/\" @ && grep -q @ @ || echo @ >>@")]
    [InlineData("time command -v @; ! grep @ x; { echo @; }")]
    public void Lines_that_people_write_are_accepted(string line) => Assert.NotEmpty(Line(line).ToShell());

    /// <summary>Behind ((…)) each shell takes # for the beginning of a comment: a value with a line end would end it.</summary>
    [Theory]
    [InlineData("((1))#@")]
    [InlineData("(( 1 > 0 ))# @")]
    public void A_value_in_a_comment_behind_arithmetic_is_left_out(string line) =>
        Assert.DoesNotContain("touch", Line(line, "x\ntouch /pwned\n#").ToShell(), StringComparison.Ordinal);

    private static CommandLine Line(string text, string value = "$(touch /pwned)")
    {
        var line = new CommandLine(0, 0);
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var length = text[at] == '@' ? 1 : text.AsSpan(at).StartsWith("#n", StringComparison.Ordinal) ? 2 : 0;
            if (length > 0)
            {
                line.AppendLiteral(text[from..at]);
                line.AppendFormatted(length == 1 ? value : "17");
                from = at + length;
            }
        }

        line.AppendLiteral(text[from..]);
        return line;
    }
}
