using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0024Tests
{
    [Theory]
    [InlineData("Inventory", "inventory")]
    [InlineData("KnownHosts", "known-hosts")]
    [InlineData("ListTasks", "list-tasks")]
    [InlineData("Help", "help")]
    public async Task A_variable_cannot_have_the_name_of_an_option(string name, string option) => Assert.Equal(
        [$"On the command line, '{name}' would become --{option}, but --{option} is an option of every playbook: choose another name"],
        await Rule.BrokenAsync(
            "PB0024", $$"""[Playbook("all")] public partial record Nightly(string [|{{name}}|] = "") { public Command Work => new("true"); }"""));

    [Fact]
    public async Task Every_option_of_the_command_line_is_taken()
    {
        var page = await File.ReadAllTextAsync(CommandLinePage(), TestContext.Current.CancellationToken);
        var options = Regex.Matches(page, "^\\| `.*?` \\|", RegexOptions.Multiline)
            .SelectMany(row => Regex.Matches(row.Value, "--([a-z-]+)").Select(option => option.Groups[1].Value))
            .Where(option => option != "variable").Distinct().ToList();

        Assert.Contains("ask-become-password", options);
        foreach (var option in options)
        {
            var name = string.Concat(option.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            Assert.Single(await Rule.BrokenAsync(
                "PB0024", $$"""[Playbook("all")] public partial record Nightly(string [|{{name}}|] = "") { public Command Work => new("true"); }"""));
        }
    }

    [Theory]
    [InlineData("Jobs", "jobs")]
    [InlineData("List", "list")]
    public Task A_playbook_cannot_have_the_name_of_a_command(string name, string command) =>
        CannotHaveAsync(name, command, "is a command of every program with playbooks");

    /// <summary>So that no later version takes the name of a playbook away.</summary>
    [Theory]
    [InlineData("Completion", "completion")]
    [InlineData("Exec", "exec")]
    [InlineData("Hosts", "hosts")]
    [InlineData("Inventory", "inventory")]
    [InlineData("Runs", "runs")]
    [InlineData("Serve", "serve")]
    [InlineData("Vault", "vault")]
    public Task A_playbook_cannot_have_the_name_of_a_planned_command(string name, string command) =>
        CannotHaveAsync(name, command, "is reserved for a command of a later version");

    [Fact]
    [Language("F41")]
    public async Task Two_variables_cannot_have_the_same_option() => Assert.Equal(
        ["On the command line, 'Script_Dir' would become --script-dir, but --script-dir already sets the variable 'ScriptDir': choose another name"],
        await Rule.BrokenAsync(
            "PB0024", """[Playbook("all")] public partial record Nightly(string ScriptDir, string [|Script_Dir|]) { public Command Work => new("true"); }"""));

    [Fact]
    public async Task Two_playbooks_of_a_program_cannot_have_one_name()
    {
        var program = UserProgram.Executable("""
            [Playbook("all")] public partial record HTTPServer { public Command Work => new("true"); }
            [Playbook("all")] public partial record HttpServer { public Command Work => new("true"); }
            namespace Company { [Playbook("all")] public partial record HttpServer { public Command Work => new("true"); } [Playbook("all")] public partial record Other { public Command Work => new("true"); } [Block] public partial record Http_Server { public Command Work => new("true"); } }
            """);

        var said = await GeneratorRun.Of(program).AnalyzeAsync();

        Assert.All(said, problem => Assert.Equal("PB0024", problem.Id));
        Assert.Equal(
            [
                "On the command line, 'HTTPServer' would become 'http-server', but 'http-server' already runs 'Company.HttpServer': choose another name",
                "On the command line, 'HttpServer' would become 'http-server', but 'http-server' already runs 'Company.HttpServer': choose another name",
            ],
            said.Select(problem => problem.GetMessage(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task In_a_library_or_with_an_entry_point_of_ones_own_names_are_free()
    {
        const string Playbooks = """
            [Playbook("all")] public partial record HTTPServer { public Command Work => new("true"); }
            [Playbook("all")] public partial record HttpServer { public Command Work => new("true"); }
            """;

        await Rule.KeptAsync(Playbooks);
        Assert.Empty(
            await GeneratorRun.Of(UserProgram.Executable($"{Playbooks} public static class Program {{ public static void Main() {{ }} }}")).AnalyzeAsync());
    }

    private static async Task CannotHaveAsync(string name, string command, string why) => Assert.Equal(
        [$"On the command line, '{name}' would become '{command}', but '{command}' {why}: choose another name"],
        await Rule.BrokenAsync("PB0024", $$"""[Playbook("all")] public partial record [|{{name}}|] { public Command Work => new("true"); }"""));

    private static string CommandLinePage([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "command-line.md"));

    [Fact]
    public Task Tasks_and_other_names_are_free() => Rule.KeptAsync("""
        [Playbook("all")]
        public partial record NightlyJobs(string InventoryFile = "", int F = 1, int V = 1, int H = 1)
        {
            public Command Inventory => new($"cat {InventoryFile}");
            public Command List => new("true");
        }
        """);
}
