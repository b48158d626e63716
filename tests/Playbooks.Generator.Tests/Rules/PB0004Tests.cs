using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0004Tests
{
    [Theory]
    [Language("M2", "P6")]
    [InlineData("public Command? Backup => null;", "CommandResult [|backup|]", "CommandResult? backup")]
    [InlineData("[When(nameof(Is))] public Command Backup => new(\"true\");", "CommandResult [|backup|]", "CommandResult? backup")]
    [InlineData("[IgnoreUnreachable] public Command Backup => new(\"true\");", "CommandResult [|backup|]", "CommandResult? backup")]
    [InlineData(
        "[When(nameof(Is))] public IEnumerable<Command> Backup => [];", "IReadOnlyList<CommandResult> [|backup|]", "IReadOnlyList<CommandResult>? backup")]
    [InlineData("[Async(60, Poll = 0)] public Command? Backup => null;", "Job<CommandResult> [|backup|]", "Job<CommandResult>? backup")]
    [InlineData("[Async(60, Poll = 0)] public Command? Backup => null;", "CommandResult [|backup|]", "CommandResult? backup")]
    public async Task The_result_of_a_task_that_may_be_skipped_must_be_nullable(string task, string parameter, string right)
    {
        Assert.Equal(
            [$"The task 'Backup' may be skipped, and then its result is null: declare the parameter as '{right}'"],
            await Rule.BrokenAsync("PB0004", Source(task, parameter)));
        await Rule.KeptAsync(Source(task, right));
    }

    [Fact]
    public Task A_loop_may_be_empty_but_is_there() =>
        Rule.KeptAsync(Source("public IEnumerable<Command> Backup => [];", "IReadOnlyList<CommandResult> backup"));

    private static string Source(string task, string parameter) => $$"""
        [Playbook("all")]
        public partial record Nightly(bool Is = true)
        {
            {{task}}
            public Debug Show({{parameter}}) => new("");
        }
        """;

    [Fact]
    [Language("P6")]
    public async Task A_task_that_a_handler_asks_for_may_not_have_run() => Assert.Equal(
        ["The task 'Config' may not have run before this [Handler] task, and then its result is null: declare the parameter as 'CommandResult? config'"],
        await Rule.BrokenAsync("PB0004", """
            [Playbook("all")]
            public partial record Nightly
            {
                [Notify(nameof(Tell))] public Command Config => new("true");
                [Handler] public Debug Tell(CommandResult [|config|]) => new($"{config.Rc}");
            }
            """));
}
