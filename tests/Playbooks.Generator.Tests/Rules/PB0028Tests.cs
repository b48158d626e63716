using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0028Tests
{
    private const string Argument = "the program would receive this text as an argument; use Shell, or quote the text if that is intended";
    private const string Nothing = "the program would receive this text unchanged; use Shell, or quote the text if that is intended";

    [Theory]
    [InlineData("\"dump | gzip\"", "|", Argument)]
    [InlineData("\"stop && start\"", "&&", Argument)]
    [InlineData("\"stop || true\"", "||", Argument)]
    [InlineData("\"serve &\"", "&", Argument)]
    [InlineData("\"dump > /tmp/out\"", ">", Argument)]
    [InlineData("\"dump >> /tmp/out\"", ">>", Argument)]
    [InlineData("\"dump 2>&1\"", "2>&1", Argument)]
    [InlineData("\"dump 2>/dev/null\"", "2>/dev/null", Argument)]
    [InlineData("\"load < /tmp/in\"", "<", Argument)]
    [InlineData("$\"dump {Name} | gzip\"", "|", Argument)]
    [InlineData("\"kill $(cat /run/pid)\"", "$(cat /run/pid)", Nothing)]
    [InlineData("\"kill `cat /run/pid`\"", "`cat /run/pid`", Nothing)]
    [InlineData(
        "\"ls $HOME/data\"", "$HOME",
        "the program would receive this text unchanged; use Shell, read the value from Facts, or quote the text if that is intended")]
    [InlineData(
        "\"ls ${HOME}/data\"", "${HOME}",
        "the program would receive this text unchanged; use Shell, read the value from Facts, or quote the text if that is intended")]
    [InlineData(
        "\"~/bin/backup\"",
        "~",
        "the program would receive this text and not the home directory; write the path, use Shell, or quote the text if that is intended")]
    [InlineData("$\"LANG=C sort {Name}\"", "LANG=C", "Command would take this text as the name of the program; set Env on the module, or use Shell")]
    public async Task Text_that_only_a_shell_understands_is_reported(string line, string word, string what) => Assert.Equal(
        [$"'{word}' needs a shell, and Command does not use one: {what}"],
        await Rule.BrokenAsync("PB0028", Playbook($"new([|{line}|])")));

    [Theory]
    [InlineData("\"grep -E 'a|b > c' /etc/x\"")]
    [InlineData("\"grep -E a|b /etc/x\"")]
    [InlineData("\"find /tmp -name *.log -exec rm {} ;\"")]
    [InlineData("\"find /tmp ( -name a -o -name b )\"")]
    [InlineData("\"awk '{ print $1 }' /etc/x\"")]
    [InlineData("\"sh -c 'dump | gzip > $OUT'\"")]
    [InlineData("\"echo \\\\> a\"")]
    [InlineData("\"grep end$ /etc/x\"")]
    [InlineData("\"test a -a b=c\"")]
    [InlineData("$\"{Name} a=b --x=y\"")]
    [InlineData("\"curl http://x/?a=1&b=2\"")]
    [InlineData("\"rsync a~ b\"")]
    [InlineData("\"docker ps --format {{.Name | json}} {{ other | upper }}\"")]
    public Task An_argument_that_a_program_may_expect_is_accepted(string line) => Rule.KeptAsync(Playbook($"new({line})"));

    [Fact]
    public Task A_shell_understands_it() =>
        Rule.KeptAsync("""[Playbook("all")] public partial record Nightly { public Shell Backup => new("dump | gzip > $HOME/out 2>&1"); }""");

    private static string Playbook(string module) =>
        $$"""[Playbook("all")] public partial record Nightly(string Name = "") { public Command Backup => {{module}}; """ +
        $$"""public Command Named => new($"echo {Name}"); }""";
}
