using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.CodeFixes;

/// <summary>PB0002 to PB0004: what a member asks for.</summary>
public sealed class ParameterFixTests
{
    [Fact]
    public async Task A_mistyped_parameter_gets_the_name_of_the_task_everywhere() => Assert.Equal(
        Playbook("public Debug Show(CommandResult backup) => new(backup.Stdout);"),
        await Fix.AppliedAsync(
            new RenameParameter(), "Rename the parameter to 'backup'", Playbook("public Debug Show(CommandResult bakcup) => new(bakcup.Stdout);")));

    [Theory]
    [InlineData("public Debug Show(CommandResult somethingElse) => new(\"\");")]
    [InlineData("public Debug Show(CommandResult bakcup, CommandResult backup) => new(\"\");")]
    public async Task No_name_is_offered_that_is_far_or_taken(string member) =>
        Assert.Empty(await Fix.OfferedAsync(new RenameParameter(), Playbook(member)));

    [Theory]
    [InlineData("string backup", "CommandResult backup")]
    [InlineData("DebugResult maybe", "CommandResult? maybe")]
    [InlineData("CommandResult loop", "IReadOnlyList<CommandResult> loop")]
    [InlineData("DebugResult job", "CommandResult job")]
    [InlineData("CommandResult steps", "Steps.Results steps")]
    public async Task A_parameter_gets_the_type_that_its_task_gives(string wrong, string right) => Assert.Equal(
        Playbook($"public Debug Show({right}) => new(\"\");"),
        await Fix.AppliedAsync(
            new ChangeType(),
            $"Declare the parameter as '{right[..right.LastIndexOf(' ')].Replace("Steps.", "", StringComparison.Ordinal)}'",
            Playbook($"public Debug Show({wrong}) => new(\"\");")));

    [Fact]
    public async Task A_job_may_be_asked_for_itself() => Assert.Equal(
        Playbook("public Debug Show(Job<CommandResult> job) => new(\"\");"),
        await Fix.AppliedAsync(
            new ChangeType(), "Declare the parameter as 'Job<CommandResult>'", Playbook("public Debug Show(DebugResult job) => new(\"\");")));

    [Theory]
    [InlineData("CommandResult maybe", "CommandResult? maybe")]
    [InlineData("global::Playbooks.CommandResult /* of it */ maybe", "global::Playbooks.CommandResult? /* of it */ maybe")]
    public async Task The_result_of_a_task_that_may_be_skipped_must_be_nullable(string wrong, string right) => Assert.Equal(
        Playbook($"public Debug Show({right}) => new(\"\");"),
        await Fix.AppliedAsync(
            new AskForNullable(),
            $"Declare the parameter as '{right[..(right.IndexOf('?', StringComparison.Ordinal) + 1)]}'",
            Playbook($"public Debug Show({wrong}) => new(\"\");")));

    private static string Playbook(string member) => $$"""
        [Playbook("all")]
        public partial record Nightly
        {
            public Command Backup => new("true");
            public Command? Maybe => null;
            public IEnumerable<Command> Loop => [];
            [Async(60, Poll = 0, AtEnd = AtEnd.Join)] public Command Job => new("true");
            public Steps Steps => new();
            {{member}}
        }

        [Block]
        public partial record Steps
        {
            public Command Only => new("true");
        }
        """;
}
