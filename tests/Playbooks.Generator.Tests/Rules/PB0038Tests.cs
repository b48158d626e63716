using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0038Tests
{
    [Theory]
    [InlineData("public Command Work => new($\"echo {[|host|]}\");", "add the parameter 'Host host'")]
    [InlineData("public Command? Work { get { if ([|facts|].Uid == 0) { return null; } return new(\"true\"); } }", "add the parameter 'Facts facts'")]
    [InlineData("public Command Work(Host me) => new($\"echo {[|host|]}\");", "write 'me'")]
    [InlineData("public Command Work => new($\"echo {[|scriptDir|]}\");", "write 'ScriptDir'")]
    [InlineData("public Command Work => new($\"echo {[|script_dir|]}\");", "write 'ScriptDir'")]
    [InlineData("public Debug Work => new([|each|].ToString());", "add the parameter 'IReadOnlyList<CommandResult> each', and write the member that you need")]
    [InlineData(
        "public Debug Work => new([|hostvars|][\"x\"].ToString());",
        "add the parameter 'Play play': play.Inventory has all hosts and groups, and host.Variables has the variables of one host")]
    [InlineData(
        "public IEnumerable<Command> Work => new[] { \"a\" }.Select(_ => new Command($\"echo {[|item|]}\"));",
        "write the loop in C#, such as Names.Select(item => new Command($\"echo {item}\"))")]
    [InlineData(
        "[When(nameof(Is))] public Command Work => new(\"true\"); private bool Is => [|host|].Name == \"x\";", "add the parameter 'Host host'")]
    public async Task A_name_that_has_to_be_asked_for_is_reported(string member, string advice) => Assert.Equal(
        [$"'{member.Split("[|")[1].Split("|]")[0]}' does not exist here: {advice}"],
        await Rule.BrokenAsync("PB0038", Playbook(member), "CS0103"));

    [Theory]
    [InlineData("public Debug Work(CommandResult backup) => new(backup.[|stdout|]);", "write 'Stdout'")]
    [InlineData("public Debug Work(CommandResult backup) => new($\"{backup.[|stdout_lines|].Count}\");", "write 'StdoutLines'")]
    [InlineData("public Debug Work(CommandResult backup) => new($\"{backup.[|StdOut|]}\");", "write 'Stdout'")]
    [InlineData("public Debug Work(CommandResult backup) => new($\"{backup.[|msg|]}\");", "write 'Message'")]
    [InlineData("public Debug Work(CommandResult backup) => new($\"{backup.[|delta|]}\");", "write 'Duration'")]
    [InlineData("public Debug Work(CommandResult? backup) => new($\"{backup?.[|rc|]}\");", "write 'Rc'")]
    [InlineData(
        "public Debug Work(IReadOnlyList<CommandResult> each) => new($\"{each.[|results|]}\");",
        "a loop returns a list of results, one for each item: write [0] after the list for the first result, or use Select for all results")]
    [InlineData("public Debug Work(Host host) => new($\"{host.[|ansible_host|]}\");", "write 'Address'")]
    public async Task A_member_of_a_result_in_Ansibles_spelling_is_reported(string member, string advice) => Assert.Equal(
        [$"'{member.Split("[|")[1].Split("|]")[0]}' does not exist here: {advice}"],
        await Rule.BrokenAsync("PB0038", Playbook(member), "CS1061"));

    [Theory]
    [InlineData("public Debug Work(CommandResult backup, Host host) => new($\"{backup.Stdout} {host.Name}\");")]
    [InlineData("public IEnumerable<Command> Work => new[] { \"a\" }.Select(item => new Command($\"echo {item}\"));")]
    [InlineData("private readonly (int stdout, int item) _pair = (1, 2); public Debug Work => new($\"{_pair.stdout} {_pair.item}\");")]
    [InlineData("public Debug Work { get { var host = new { stdout = 1 }; return new($\"{host.stdout}\"); } }")]
    public Task Names_that_exist_are_accepted(string member) => Rule.KeptAsync(Playbook(member));

    [Fact]
    public async Task An_unknown_name_is_reported_by_C_sharp_alone() => Assert.Empty(
        await GeneratorRun.Of(UserProgram.Library(Playbook("public Debug Work => new(unknown.Stdout + Unknown.X);")), "CS0103").AnalyzeAsync());

    [Theory]
    [InlineData(
        "public Command Work => new($\"echo {host.Name}\");", "public Command Work(Host host) => new($\"echo {host.Name}\");",
        "Add a parameter of the type 'Host'")]
    [InlineData(
        "public Command Work => new($\"echo {inventory_hostname}\");", "public Command Work(Host host) => new($\"echo {host.Name}\");",
        "Add a parameter of the type 'Host'")]
    [InlineData(
        "public Debug Work => new(backup.Stdout);", "public Debug Work(CommandResult backup) => new(backup.Stdout);",
        "Add a parameter of the type 'CommandResult'")]
    [InlineData("public Command Work => new($\"echo {scriptDir}\");", "public Command Work => new($\"echo {ScriptDir}\");", "Write 'ScriptDir'")]
    [InlineData(
        "public Debug Work(CommandResult backup) => new(backup.stdout);", "public Debug Work(CommandResult backup) => new(backup.Stdout);", "Write 'Stdout'")]
    public async Task It_is_mended(string wrong, string right, string title) => Assert.Equal(
        Playbook(right), await Fix.AppliedAsync(new WriteName(), title, Playbook(wrong), "CS0103", "CS1061"));

    private static string Playbook(string member) => $$"""
        [Playbook("all")]
        public partial record Nightly(string ScriptDir = "/opt")
        {
            public Command Backup => new($"{ScriptDir}/backup");
            public IEnumerable<Command> Each => new[] { ScriptDir }.Select(one => new Command($"echo {one}"));
            {{member}}
        }
        """;
}
