using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0035Tests
{
    [Theory]
    [InlineData("{{ name }}", "write {Name}, with $ before the text")]
    [InlineData("{{script_dir}}", "write {ScriptDir}, with $ before the text")]
    [InlineData("{{- Name -}}", "write {Name}, with $ before the text")]
    [InlineData("{{ name | quote }}", "write {Name}, with $ before the text")]
    [InlineData("{{ name | default('x') }}", "write the expression in C#, in an interpolated string with $ before the first quote")]
    [InlineData("{{ name if name else 'x' }}", "write the expression in C#, in an interpolated string with $ before the first quote")]
    [InlineData("{{ backup.stdout }}", "add the parameter 'CommandResult backup', and write {backup.Stdout}, with $ before the text")]
    [InlineData("{{ backup.stdout_lines[0] }}", "add the parameter 'CommandResult backup', and write the member that you need")]
    [InlineData("{{ perhaps.stdout }}", "add the parameter 'CommandResult? perhaps', and write the member that you need")]
    [InlineData("{{ each }}", "add the parameter 'IReadOnlyList<CommandResult> each', and write the member that you need")]
    [InlineData("{{ inventory_hostname }}", "add the parameter 'Host host', and write {host.Name}, with $ before the text")]
    [InlineData("{{ ansible_host }}", "add the parameter 'Host host', and write {host.Address}, with $ before the text")]
    [InlineData("{{ ansible_user }}", "add the parameter 'Host host', and write {host.Variables[\"ansible_user\"]}")]
    [InlineData("{{ ansible_distribution_version }}", "add the parameter 'Facts facts', and write {facts.DistributionVersion}, with $ before the text")]
    [InlineData("{{ ansible_facts['distribution'] }}", "add the parameter 'Facts facts', and write the fact that you need")]
    [InlineData("{{ ansible_check_mode }}", "add the parameter 'Play play', and write {play.CheckMode}, with $ before the text")]
    [InlineData(
        "{{ hostvars['db1'].port }}",
        "add the parameter 'Play play': play.Inventory has all hosts and groups, and host.Variables has the variables of one host")]
    [InlineData(
        "{{ groups['db'] | length }}",
        "add the parameter 'Play play': play.Inventory has all hosts and groups, and host.Variables has the variables of one host")]
    [InlineData("{{ item }}", "write the loop in C#, such as Names.Select(item => new Command($\"echo {item}\"))")]
    public async Task A_text_in_Ansibles_template_syntax_is_reported(string braces, string advice) => Assert.Equal(
        [$"'{braces}' is not replaced by a value: {advice}"],
        await Rule.BrokenAsync("PB0035", Playbook($"public Command Work => new(\"echo [|{braces}|]\");")));

    [Theory]
    [InlineData("public Command Work => new($\"echo [|{{ name }}|] {Name}\");", "write {Name}")]
    [InlineData("public Command Work => new($@\"echo [|{{ name }}|]\");", "write {Name}")]
    [InlineData("public Command Work => new(@\"echo [|{{ name }}|]\");", "write {Name}, with $ before the text")]
    [InlineData("public Command Work => new(\"\"\"echo [|{{ name }}|]\"\"\");", "write {Name}, with $ before the text")]
    [InlineData("public Copy Work => new(\"a\", \"/etc/[|{{ name }}|]\");", "write {Name}, with $ before the text")]
    [InlineData("public Command Work => new(\"true\") { WorkingDirectory = \"/srv/[|{{ name }}|]\" };", "write {Name}, with $ before the text")]
    [InlineData("public IEnumerable<Command> Work => Names.Select(item => new Command(\"echo [|{{ item }}|]\"));", "write {item}, with $ before the text")]
    [InlineData(
        "public IEnumerable<Command> Work { get { foreach (var one in Names) { yield return new(\"echo [|{{ one }}|]\"); } } }",
        "write {one}, with $ before the text")]
    [InlineData("public Debug Work(CommandResult backup) => new(\"[|{{ backup.rc }}|]\");", "write {backup.Rc}, with $ before the text")]
    [InlineData("public Debug Work(Host me) => new(\"[|{{ inventory_hostname }}|]\");", "write {me.Name}, with $ before the text")]
    [InlineData("public Command Work => Made(); private Command Made() => new(\"echo [|{{ name }}|]\");", "write {Name}, with $ before the text")]
    [InlineData(
        "[Name(\"Work for [|{{ name }}|]\")] public Command Work => new(\"true\");",
        "an attribute's text is constant; remove the braces, or set the text on the module instead (Label, DelegateTo, Become)")]
    public async Task Wherever_it_stands(string member, string advice) => Assert.Equal(
        [$"'{member.Split("[|")[1].Split("|]")[0]}' is not replaced by a value: {advice}"],
        await Rule.BrokenAsync("PB0035", Playbook(member)));

    [Theory]
    [InlineData("\"docker ps --format '{{.Name}}'\"")]
    [InlineData("\"docker ps --format '{{ .Name }}: {{json .Name}}'\"")]
    [InlineData("\"docker inspect -f '{{range .Items}}{{.Name}}{{end}}' x\"")]
    [InlineData("\"docker inspect -f '{{range $name, $x := .Items}}{{$name}}{{end}}' x\"")]
    [InlineData("\"docker inspect -f '{{index .Items 0}}{{if name}}{{else}}{{with name}}{{end}}' x\"")]
    [InlineData("\"render {{ other }} {{ other.name }} {{ stop }}\"")]
    [InlineData("\"render {{{name}}} ${{ name }} {{name: 1}} {{ 'name' }} {{ name x }}\"")]
    [InlineData("$\"render {{{{ name }}}} {{{Name}}} ${{Name}}\"")]
    [InlineData("$\"awk '{{print $1}} {{ total += $1 }}' {Name}\"")]
    [InlineData("$$\"\"\"echo {{Name}} {{ Name }}\"\"\"")]
    [InlineData("$\"{\"{{ name }}\".Replace(\"{{ name }}\", Name)}\"")]
    public Task A_text_that_a_program_itself_expects_is_accepted(string text) =>
        Rule.KeptAsync(Playbook($"public Shell Work => new({text}); public Command Stop => new(\"true\");"));

    [Theory]
    [InlineData("private static readonly Dictionary<string, string> _all = new() { [\"{{ name }}\"] = \"x\" }; public Debug Work => new(_all[\"x\"]);")]
    [InlineData(
        "public Debug Work => new(Name == \"{{ name }}\" ? \"a\" : Name is \"{{ name }}\" ? \"b\" : Name switch { \"{{ name }}\" => \"c\", _ => \"d\" });")]
    [InlineData("public Debug Work => new(new System.Text.RegularExpressions.Regex(\"{{ name }}\").Replace(\"x\", Name));")]
    public Task So_is_what_other_code_fills_in_or_looks_at(string members) => Rule.KeptAsync(Playbook(members));

    [Fact]
    public Task So_is_what_is_in_no_playbook() =>
        Rule.KeptAsync("public static class Texts { public static string Of(string name) => \"{{ name }} {{ item }} {name}\" + name; }");

    [Theory]
    [InlineData(
        "public Command Work => new(\"echo {{ name }} {{ script_dir | quote }} {x}\");", "public Command Work => new($\"echo {Name} {ScriptDir} {{x}}\");")]
    [InlineData(
        "public Command Work => new($\"echo {{ name }} {Name} {{ script_dir }}\");", "public Command Work => new($\"echo {Name} {Name} {ScriptDir}\");")]
    [InlineData("public Command Work => new(@\"echo \"\"{{ name }}\"\"\");", "public Command Work => new($@\"echo \"\"{Name}\"\"\");")]
    [InlineData("public Debug Work => new(\"\"\"{\"name\": \"{{ name }}\"}\"\"\");", "public Debug Work => new($$\"\"\"{\"name\": \"{{Name}}\"}\"\"\");")]
    [InlineData("public Debug Work => new(\"\"\"echo \"{{ name }}\" x\"\"\");", "public Debug Work => new($\"\"\"echo \"{Name}\" x\"\"\");")]
    [InlineData(
        "public Debug Work => new(\"{{ backup.stdout }} on {{ inventory_hostname }}, {{ inventory_hostname }}\");",
        "public Debug Work(CommandResult backup, Host host) => new($\"{backup.Stdout} on {host.Name}, {host.Name}\");")]
    [InlineData("public Debug Work { get { return new(\"{{ inventory_hostname }}\"); } }", "public Debug Work(Host host) { return new($\"{host.Name}\"); }")]
    [InlineData(
        "public Debug Work(CommandResult backup) => new(\"{{ backup.rc }} on {{ inventory_hostname }}\");",
        "public Debug Work(CommandResult backup, Host host) => new($\"{backup.Rc} on {host.Name}\");")]
    public async Task It_is_mended(string wrong, string right) => Assert.Equal(
        Playbook(right), await Fix.AppliedAsync(new WriteHoles(), "Write the names in braces as an interpolated string", Playbook(wrong)));

    [Theory]
    [InlineData("public Command Work => new(\"echo {{ name }} {{ name | upper }}\");")]
    [InlineData("public Command Work => new(\"echo {{ item }}\");")]
    [InlineData("public Command Work => new(\"echo {{ perhaps.stdout }}\");")]
    [InlineData("public Command Work => Made; private Command Made => new(\"echo {{ inventory_hostname }}\");")]
    [InlineData("[Name(\"For {{ name }}\")] public Command Work => new(\"true\");")]
    [InlineData("private const string Text = \"echo {{ name }}\"; public Command Work => new(Text);")]
    public async Task Nothing_is_offered_where_nobody_can_say(string member) =>
        Assert.Empty(await Fix.OfferedAsync(new WriteHoles(), Playbook(member)));

    private static string Playbook(string member) => $$$"""
        [Playbook("all")]
        public partial record Nightly(string Name = "x", string ScriptDir = "/opt")
        {
            private IReadOnlyList<string> Names => [Name];
            public Command Backup => new($"{ScriptDir}/backup {Name}");
            [IgnoreErrors] public Command? Perhaps => Name == "" ? null : new("true");
            public IEnumerable<Command> Each => Names.Select(one => new Command($"echo {one}"));
            {{{member}}}
        }
        """;
}
