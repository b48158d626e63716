namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>
/// A hole that a shell would evaluate, though it is quoted, is refused; lines that people write are not. <c>@</c> is a
/// hole with a text, <c>#n</c> one with a number.
/// </summary>
public sealed class EvaluationTests
{
    [Theory]
    [Language("C11")]
    [InlineData("[[ @ -gt 5 ]]")]
    [InlineData("[[ 5 -le @ ]] && echo")]
    [InlineData("[[ -n $a && ( \"@\" -eq 1 ) ]]")]
    [InlineData("if [[ 'x@' -ne 1 ]]; then echo; fi")]
    [InlineData("[[ -v @ ]]")]
    [InlineData("x=@; [[ $x -gt 5 ]]")]
    [InlineData("x=@; [[ x -gt 5 ]]")]
    [InlineData("test -v @")]
    [InlineData("[ -v @ ]")]
    [InlineData("printf -v x '%s' @; ((x))")]
    [InlineData("while read -r n; do (( n > 1 )); done < <(printf '%s\\n' @)")]
    [InlineData("set -- -n @; while getopts n: o; do n=$OPTARG; done; echo $((n))")]
    [InlineData("x=@; eval 'y=$((x))'")]
    [InlineData("x=@; y=$x; a=([$y]=1)")]
    [InlineData("a=(@); echo $((a))")]
    [InlineData("f() { echo $(( $1 )); }; f @")]
    [InlineData("function f { read @; }")]
    [InlineData("for i do read @; done")]
    [InlineData("2>/dev/null read @")]
    [InlineData("read &>f @")]
    [InlineData("read >|f @")]
    [InlineData("read < <(echo a) @")]
    [InlineData("if [[ a < b && @ -gt 5 ]]; then echo; fi")]
    [InlineData("x=@; [[ ${x:-0} -gt 5 ]]")]
    [InlineData("(( \"@\" > 1 ))")]
    [InlineData("echo ${s:\"@\"}")]
    [InlineData("n=@; echo ${s:n} ")]
    [InlineData("n=@; echo ${s:$n:1}")]
    [InlineData("n=@; echo ${a[n]}")]
    [InlineData("x=@; echo ${!x}")]
    [InlineData("x=@; echo ${x@P}")]
    [InlineData("x=@; echo $[x]")]
    [InlineData("x=@; cat <<E\n$((x))\nE")]
    [InlineData("x=@; ((\nx ))")]
    [InlineData("a[ @ ]=1")]
    [InlineData("export a[@]=1")]
    [InlineData("PS4=@; set -x")]
    [InlineData("declare -i n; n=@")]
    [InlineData("while ((y)); do y=$x; x=@; done")]
    [InlineData("x=@; echo \"`echo $((x))`\"")]
    [InlineData("echo a >&\"@\"")]
    [InlineData("x=@; echo a >&$x")]
    [InlineData("[ @ -gt 5 ]")]
    [InlineData("test 1 -eq 1 -a 5 -lt \"@\"")]
    [InlineData("x=@; [ \"$x\" -ge 2 ]")]
    [InlineData("[ 1 @ 2 ]")]
    [InlineData("[ ! 1 @ 2 ]")]
    [InlineData("test @ x")]
    [InlineData("$x let @")]
    [InlineData("shift$x @")]
    [InlineData("comman${x}d read$(true) @")]
    [InlineData("[ 5 $op @ ]")]
    [InlineData("! function f { let \"y=$1\"; }; f @")]
    [InlineData("shift @")]
    [InlineData("ulimit -n @")]
    [InlineData("getopts ab @")]
    [InlineData("read -u @ x")]
    [InlineData("export @")]
    [InlineData("readonly @=1")]
    [InlineData("COLUMNS=@ ls")]
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
    [InlineData("[ #n -gt 5 ] || test #n -eq 3 || [ \"$(cat @)\" -lt #n ]")]
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
    [InlineData("x=@; [ ${#x} -gt 5 ]; export x")]
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
    [InlineData("echo $(( $(wc -l <@) + 1 )); n=$(grep -c @ f); [ $n -gt 5 ] && [[ $n -lt #n ]]")]
    [InlineData("x=@; cat >f <<E\nHost $x\nE")]
    [InlineData("x=@; read x; [[ $x == !(a|b) ]]; echo \"${x:-a} ${x%.*} ${x//a/b} ${#x}\" @")]
    [InlineData("while read -r n; do echo $((n + 1)); done <@")]
    [InlineData("a=(@ b #n); for x in \"${a[*]}\"; do echo \"$x\"; done")]
    [InlineData("$SUDO systemctl restart @; $cmd -v @ \"$x\" ${y:+-n} @ $(nproc) @; [ \"$x\" = @ ] || [ -n $x ]")]
    [InlineData("diff <(sort @) <(sort @); exec >@ 2>&1; cmd &>@ & wait")]
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
