using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0002Tests
{
    private const string OfHandler =
        "The parameter 'restart' does not name an earlier task: " +
        "'Restart' is a handler, which runs at the end and only if it was notified; no task can use its result";

    [Fact]
    [Language("F4")]
    public Task Names_are_bound_without_regard_to_case() => Rule.KeptAsync("""
        [Playbook("all")]
        public partial record Nightly
        {
            public Command DBBackup => new("true");
            public Debug Show(CommandResult dbBackup, Host host, Play play) => new($"{dbBackup.Rc} {host} {play.RunId}");
        }
        """);

    [Theory]
    [Language("F4")]
    [InlineData("CommandResult [|bakcup|]", "the nearest name is 'Backup'; rename the parameter to 'backup'")]
    [InlineData("CommandResult [|cleanUp|]", "the task 'CleanUp' comes later; move it before 'Show'")]
    [InlineData(
        "CommandResult [|cleenUp|]",
        "the nearest name is 'CleanUp', a task that comes later; move that task before 'Show' and rename the parameter to 'cleanUp'")]
    [InlineData("DebugResult [|show|]", "it has the name of its own task; name a task that comes before this one")]
    [InlineData("string [|scriptDir|]", "'ScriptDir' is a variable; remove the parameter, and use the property 'ScriptDir'")]
    [InlineData("CommandResult [|somethingElse|]", "rename the parameter to one of these: backup, sync")]
    [InlineData(
        "Other.Host [|host|]",
        "its type is 'Other.Host' and not the Host of Playbooks; write 'Playbooks.Host', or 'global using Host = Playbooks.Host;' in any file")]
    public async Task A_name_without_an_earlier_task_gets_advice(string parameter, string advice)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0002", $$"""
            [Playbook("all")]
            public partial record Nightly(string ScriptDir = "/opt")
            {
                public Command Backup => new("true");
                public Command Sync => new("true");
                public Debug Show({{parameter}}) => new("");
                public Command CleanUp => new("true");
            }

            namespace Other { public sealed class Host; }
            """));
        var name = MarkedName(parameter);
        Assert.Equal($"The parameter '{name}' does not name an earlier task: {advice}", message);
    }

    [Fact]
    public async Task The_first_task_has_nothing_to_ask_for() => Assert.Equal(
        ["The parameter 'anything' does not name an earlier task: " +
        "no task comes before this one; remove the parameter, or write the task that it names above this one"],
        await Rule.BrokenAsync("PB0002", """
            [Playbook("all")]
            public partial record Nightly
            {
                public Debug Show(CommandResult [|anything|]) => new("");
            }
            """));

    [Fact]
    public Task Conditions_are_bound_like_their_tasks() => Rule.BrokenAsync("PB0002", """
        [Playbook("all")]
        public partial record Nightly
        {
            [When(nameof(Worked))] public Debug Show => new("");
            public Command Backup => new("true");
            private bool Worked(CommandResult [|backup|]) => backup.Rc == 0;
        }
        """);

    [Fact]
    public async Task Nobody_can_ask_for_what_a_handler_gives() => Assert.Equal(
        [OfHandler, OfHandler],
        await Rule.BrokenAsync("PB0002", """
            [Playbook("all")]
            public partial record Nightly
            {
                [Notify(nameof(Restart)), Notify(nameof(Tell))] public Command Config => new("true");
                [Handler] public Command Restart => new("true");
                public Debug Show(CommandResult [|restart|]) => new($"{restart.Rc}");
                [Handler] public Debug Tell(CommandResult? [|restart|]) => new($"{restart?.Rc}");
            }
            """));

    [Fact]
    public Task A_handler_asks_for_tasks_wherever_they_stand() => Rule.KeptAsync("""
        [Playbook("all")]
        public partial record Nightly
        {
            [Handler] public Debug Tell(Host host, CommandResult? config, CommandResult? clean) => new($"{config?.Rc} {clean?.Rc}");
            [Notify(nameof(Tell))] public Command Config => new("true");
            [Always] public Command Clean => new("true");
        }
        """);

    private static string MarkedName(string parameter) => parameter[(parameter.IndexOf("[|", StringComparison.Ordinal) + 2)..^2];
}
