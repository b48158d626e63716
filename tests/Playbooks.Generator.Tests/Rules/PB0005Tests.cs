using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0005Tests
{
    [Theory]
    [InlineData(
        "Debug Show => new(\"\")",
        "'Debug' cannot be a job: this module works on the controller and needs the connection; remove [Async], or use Command or Shell instead")]
    [InlineData(
        "Raw Show => new(\"true\")",
        "'Raw' cannot be a job: this module sends its command line unchanged, and needs the connection while the command runs; use Shell, or remove [Async]")]
    [InlineData(
        "Wait<CommandResult> Show(Job<CommandResult> backup) => new(backup)",
        "'Wait' cannot be a job: this module already waits for a job; remove [Async], and limit the wait with [Retry]")]
    [InlineData(
        "IEnumerable<Debug> Show => []",
        "'Debug' cannot be a job: this module works on the controller and needs the connection; remove [Async], or use Command or Shell instead")]
    [Behaviour("24", "E")]
    public async Task A_module_of_the_controller_cannot_be_a_job(string task, string message) => Assert.Equal([message], await Rule.BrokenAsync("PB0005", $$"""
        [Playbook("all")]
        public partial record Nightly
        {
            [Async(60, Poll = 0, AtEnd = AtEnd.Join)] public Shell Backup => new("true");
            [[|Async(60)|]] public {{task}};
        }
        """));

    [Fact]
    public async Task The_message_suggests_Parallel() => Assert.Equal(
        ["'Copy' cannot be a job: this module works on the controller and needs the connection; " +
        "write [Parallel] instead of [Async] to run the task beside the tasks that follow"],
        await Rule.BrokenAsync(
            "PB0005",
            """[Playbook("all")] public partial record Nightly { [[|Async(60, Poll = 0, AtEnd = AtEnd.Join)|]] public Copy Send => new("a", "/b"); }"""));

    [Fact]
    public Task A_users_own_script_can_be_a_job() => Rule.KeptAsync("""
        [Playbook("all")]
        public partial record Nightly
        {
            [Async(60)] public Own Backup => new();
        }

        public sealed record Own : ScriptModule<CommandResult>
        {
            protected override string ScriptText => "true";
            protected override CommandResult Parse(ScriptOutcome outcome) => new();
        }
        """);

    [Fact]
    public Task A_users_own_action_cannot() => Rule.BrokenAsync("PB0005", """
        [Playbook("all")]
        public partial record Nightly
        {
            [[|Async(60)|]] public Own Backup => new();
        }

        public sealed record Own : ActionModule<CommandResult>
        {
            protected override Task<CommandResult> RunAsync(ActionContext context, CancellationToken cancellationToken) =>
                Task.FromResult(new CommandResult());

            protected override Task<CommandResult> PredictAsync(ActionContext context, CancellationToken cancellationToken) =>
                Task.FromResult(new CommandResult { Skipped = true });

            protected override CommandResult FailedResult(string message) => new();
        }
        """);
}
