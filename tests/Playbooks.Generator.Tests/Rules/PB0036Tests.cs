using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0036Tests
{
    [Theory]
    [InlineData("public Command Work => new(\"echo [|{Name}|]\");", "put $ before the text")]
    [InlineData("public Command Work => new(\"echo [|{Name:raw}|]\");", "put $ before the text")]
    [InlineData("public Command Work => new(\"echo [|{Name.Trim()}|]\");", "put $ before the text")]
    [InlineData("public Command Work => new(\"ssh root@[|{Name}|]\");", "put $ before the text")]
    [InlineData("public Command Work => new(\"echo [|{name}|]\");", "write {Name}, with $ before the text")]
    [InlineData("public Command Work => new(\"[|{Tool}|] x\");", "put $ before the text")]
    [InlineData("public Command Work(Host host) => new(\"echo [|{host.Name}|]\");", "put $ before the text")]
    [InlineData("public Debug Work(CommandResult backup) => new(\"[|{backup.Stdout}|]\");", "put $ before the text")]
    [InlineData(
        "public Debug Work => new(\"[|{backup.Stdout}|]\");",
        "add the parameter 'CommandResult backup', and write {backup.Stdout}, with $ before the text")]
    [InlineData("public Debug Work => new(\"[|{inventory_hostname}|]\");", "add the parameter 'Host host', and write {host.Name}, with $ before the text")]
    [InlineData("public IEnumerable<Command> Work => Names.Select(item => new Command(\"echo [|{item}|]\"));", "put $ before the text")]
    [InlineData("public IEnumerable<Command> Work => from one in Names select new Command(\"echo [|{one}|]\");", "put $ before the text")]
    [InlineData("public Command Work => new(@\"echo [|{Name}|]\");", "put $ before the text")]
    [InlineData("public Debug Work => new(\"\"\"echo [|{Name}|]\"\"\");", "put $ before the text")]
    [InlineData("public Command Work => new(\"true\") { Env = new Dictionary<string, string> { [\"X\"] = \"[|{Name}|]\" } };", "put $ before the text")]
    [InlineData("public Command Work => new(CommandLine.Parse(\"echo [|{Name}|]\"));", "put $ before the text")]
    [InlineData(
        "[Name(\"For [|{Name}|]\")] public Command Work => new(\"true\");",
        "an attribute's text is constant; remove the braces, or set the text on the module instead (Label, DelegateTo, Become)")]
    public async Task A_value_that_stays_a_name_is_reported(string member, string advice) => Assert.Equal(
        [$"'{member.Split("[|")[1].Split("|]")[0]}' is not replaced by a value: {advice}"],
        await Rule.BrokenAsync("PB0036", Playbook(member)));

    [Fact]
    public async Task So_it_is_in_a_block_and_in_the_pattern_of_a_playbook() => Assert.Equal(2, (await Rule.BrokenAsync("PB0036", """
        [Block] public partial record Migrate(string Version) { public Command Run => new("migrate [|{Version}|]"); }
        [Playbook("[|{Target}|]")] public partial record Deploy(string Target = "web") { public Migrate Data => new(Target); }
        """)).Count);

    [Theory]
    [InlineData("\"echo ${Name} '${name}'\"", "Shell")]
    [InlineData("\"awk '{print}' /etc/x\"", "Command")]
    [InlineData("\"awk '{print Name}' /etc/x\"", "Command")]
    [InlineData("\"awk '{ Name }' /etc/x\"", "Command")]
    [InlineData("\"curl -w '%{Name}' x\"", "Command")]
    [InlineData("\"tmux display '#{Name}'\"", "Command")]
    [InlineData("\"grep -E 'x\\\\{Name\\\\}' y\"", "Command")]
    [InlineData("\"find /tmp -exec rm {} ;\"", "Command")]
    [InlineData("\"cp /etc/{Name,Tool} /tmp/{other}\"", "Shell")]
    [InlineData("\"echo {Name..z} {Name?}\"", "Shell")]
    [InlineData("\"ls | xargs -I{item} cp {item} /tmp\"", "Shell")]
    [InlineData("\"ls | xargs -I {item} cp {item} /tmp\"", "Shell")]
    [InlineData("\"python3 -c \\\"Name = 1; print(f'{Name}')\\\"\"", "Command")]
    [InlineData("\"python3 -c \\\"print('{Name}'.format(Name=1))\\\"\"", "Command")]
    [InlineData("\"echo '{Name: 1}' '{Later}' '{Work}' '{Path}'\"", "Command")]
    [InlineData("$\"git rev-parse @{{upstream}} {Name}\"", "Command")]
    [InlineData("\"git rev-parse @{upstream}\"", "Command")]
    [InlineData("$$\"\"\"echo {Name} {{Name}}\"\"\"", "Command")]
    [InlineData("$\"echo {\"{Name}\".Replace(\"{Name}\", Name)}\"", "Command")]
    public Task A_text_that_a_program_itself_expects_is_accepted(string text, string module) =>
        Rule.KeptAsync(Playbook($"public {module} Work => new({text}); public Command Later => new(\"true\");"));

    [Theory]
    [InlineData("public Command Work => new(\"echo {Name} {x} {tool}\");", "public Command Work => new($\"echo {Name} {{x}} {{tool}}\");")]
    [InlineData("public Debug Work => new(\"{backup.Stdout}\");", "public Debug Work(CommandResult backup) => new($\"{backup.Stdout}\");")]
    [InlineData("public Command Work => new(\"echo {Name} {{ name }}\");", "public Command Work => new($\"echo {Name} {Name}\");")]
    [InlineData("public Debug Work => new(\"\"\"{\"{Name}\": {}}\"\"\");", "public Debug Work => new($$$\"\"\"{\"{{{Name}}}\": {}}\"\"\");")]
    public async Task It_is_mended(string wrong, string right) => Assert.Equal(
        Playbook(right), await Fix.AppliedAsync(new WriteHoles(), "Write the names in braces as an interpolated string", Playbook(wrong)));

    private static string Playbook(string member) => $$$"""
        [Playbook("all")]
        public partial record Nightly(string Name = "x", string Upstream = "y")
        {
            private const string Tool = "tar";
            private IReadOnlyList<string> Names => [Name, Upstream];
            public Command Backup => new($"{Tool} {Name} {Names}");
            {{{member}}}
        }
        """;
}
