using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0029Tests
{
    [Theory]
    [InlineData("\"\"", "The command line is empty.")]
    [InlineData("\"  \"", "The command line is empty.")]
    [InlineData("\"echo 'it\"", "The ' at character 6 of the command line `echo 'it` is not closed.")]
    [InlineData("$\"echo 'it {Name}\"", "The ' at character 6 of the command line `echo 'it {…}` is not closed.")]
    [InlineData("\"echo it\\\\\"", "The command line `echo it\\` ends with a backslash: write two backslashes to get one.")]
    [InlineData("\"-x now\"", "The program's name begins with a dash in the command line `-x now`: write ./ before the name.")]
    [InlineData("\"'' now\"", "The program's name is empty in the command line `'' now`.")]
    [InlineData(
        "$\"tar --files={Names}\"",
        "The sequence in `tar --files=` is inside quotes or beside other text, but each item must be an argument of its own: " +
        "write blanks and no quotes around the sequence. To add text to each item, use the method Select.")]
    public async Task A_command_line_that_no_host_can_run_is_reported(string line, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0029", Playbook($"new([|{line}|])")));

    [Theory]
    [InlineData("\"echo 'it is'\"")]
    [InlineData("$\"tar {Names}\"")]
    [InlineData("$\"{Names}\"")]
    [InlineData("$\"{Name}\"")]
    [InlineData("$\"echo '{Name:raw}\"")]
    [InlineData("CommandLine.Parse(Name)")]
    public Task A_command_line_that_can_be_split_is_accepted(string line) => Rule.KeptAsync(Playbook($"new({line})"));

    private static string Playbook(string module) => $$"""
        [Playbook("all")]
        public partial record Nightly(IReadOnlyList<string> Names, string Name = "")
        {
            public Command Backup => {{module}};
            public Command Named => new($"echo {Name} {Names}");
        }
        """;
}
