using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed partial class PB0041Tests
{
    private const string Runs = "where shells can execute code that the value contains: pass a whole number";
    private const string Arithmetic =
        "is inside `((…))`, where only whole numbers are allowed: pass a whole number, or write `( (` for a subshell";
    private const string Name =
        "expects the name of a variable, and a shell can execute code that such a name contains: write the name directly in the command line";

    [Theory]
    [Language("C11")]
    [InlineData("$\"[[ {[|Text|]} -gt 5 ]]\"", $"is next to `-gt`, {Runs}")]
    [InlineData("$\"echo $(({[|Text|]} + 1))\"", Arithmetic)]
    [InlineData("$\"n={[|Text|]}; echo $((n + 1))\"", $"becomes the value of the shell variable `n`, which is inside `((…))`, {Runs}")]
    [InlineData("$\"echo {Text} | while read -r {[|Text|]}; do :; done\"", $"is where `read` {Name}")]
    [InlineData("$\"printf -v {[|Text|]} x\"", $"is where `printf -v` {Name}")]
    [InlineData("$\"echo a >&{[|Text|]}\"", "is after `>&`, where bash expands the text twice: write `>{…} 2>&1` instead")]
    [InlineData(
        "$\"a[{[|Text|]}]=1\"",
        "is in a subscript, where shells can execute code that the value contains: assign the value to a shell variable first, and check that variable")]
    [InlineData("$\"echo ${{x:-{[|Number|]}}}\"", "is inside `${…}`, where no value can be quoted: assign the value to a shell variable first")]
    [InlineData(
        "$\"cat <<E\\n{[|Text|]}\\nE\"",
        "is after `<<`, and no value can be quoted in a here-document: send the value with `printf '%s\\n' {…} |`, or write the value before the `<<`")]
    [InlineData(
        "$\"echo {Text} \" + $\"'{[|Texts|]}'\"",
        "is a sequence inside quotes or beside other text, but each item must be an argument of its own: " +
        "write blanks and no quotes around the sequence; to add text to each item, use the method Select")]
    [InlineData("$\"echo $(({[|Maybe|]}))\"", Arithmetic)]
    [InlineData("$\"echo $(({[|Number|]:N0}))\"", Arithmetic)]
    [InlineData("$\"let {[|Texts|]}\"", $"is an argument of `let`, {Runs}")]
    public async Task A_hole_that_is_not_only_data_is_reported(string line, string reason)
    {
        var hole = Marked().Match(line).Groups[1].Value;
        Assert.Equal([$"The value '{hole}' {reason}"], await Rule.BrokenAsync("PB0041", Playbook($"public Shell Run => new({line});")));
    }

    [Theory]
    [InlineData("public Raw Run => new($\"let {[|Text|]}\");")]
    [InlineData("public Reboot Run => new() { Command = $\"let {[|Text|]}; reboot\" };")]
    [InlineData("public Copy Run => new(\"x\", \"/x\") { Validate = $\"test -v {[|Text|]} %s\" };")]
    [InlineData("public Shell Run => Number > 1 ? new($\"let {[|Text|]}\") : new($\"echo {Text}\");")]
    [InlineData("public Shell Run => new((CommandLine)$\"let {[|Text|]}\");")]
    [InlineData("public Shell Run => new(Line: $\"let {[|Text|]} {[|Text|]}\");")]
    public async Task In_each_line_for_a_shell(string member) =>
        Assert.NotEmpty(await Rule.BrokenAsync("PB0041", Playbook(member)));

    [Theory]
    [InlineData("public Shell Run => new($\"[[ {Number} -gt 5 ]] && echo $(({Number} + {Long:D2})) >&{Number}\");")]
    [InlineData("public Shell Run => new($\"echo {Texts} {Maybe} {Text:raw}; [[ {Text} -gt 5 ]]\");")]
    [InlineData("public Shell Run => new(Line); private CommandLine Line => $\"let {Text}\";")]
    [InlineData("public Command Run => new($\"let {Text}\");")]
    [InlineData("public Shell Run => new(\"let $HOME; cat <<E\\nx\\nE\");")]
    public Task A_hole_that_is_only_data_or_known_only_at_run_time_is_accepted(string member) => Rule.KeptAsync(Playbook(member));

    /// <summary>The lines that the runtime's <c>CommonShellTests</c> reads.</summary>
    [Fact]
    public async Task No_common_line_is_rejected()
    {
        var members = new StringBuilder();
        foreach (var line in await File.ReadAllLinesAsync(CommonShell(), TestContext.Current.CancellationToken))
        {
            var code = Holes().Replace(
                line.Replace("{{", "{ {", StringComparison.Ordinal).Replace("}}", "} }", StringComparison.Ordinal),
                hole => hole.Value switch
                {
                    "{text}" => "{{Text}}",
                    "{int}" => "{{Number}}",
                    _ => "{{Texts}}",
                });
            members.Append("    public Shell Line").Append(members.Length).Append(" => new($$\"\"\"\n        ").Append(code).Append("\n        \"\"\");\n");
        }

        await Rule.KeptAsync(Playbook(members.ToString()));
    }

    private static string CommonShell([CallerFilePath] string file = "") =>
        Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "Playbooks.Runtime.Tests", "Attacks", "common-shell.txt");

    private static string Playbook(string members) => $$"""
        [Playbook("all")]
        public partial record Nightly(IReadOnlyList<string> Texts, string Text = "", int Number = 1, long Long = 2, int? Maybe = null)
        {
            public Debug Used => new($"{Texts} {Text} {Number} {Long} {Maybe}");
            {{members}}
        }
        """;

    [GeneratedRegex(@"\[\|(.*?)\|\]")]
    private static partial Regex Marked();

    [GeneratedRegex(@"\{(?:text|int|list)\}")]
    private static partial Regex Holes();
}
