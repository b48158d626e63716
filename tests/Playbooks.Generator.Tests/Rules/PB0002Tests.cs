using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0002Tests
{
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
    [InlineData("CommandResult [|bakcup|]", "the nearest is 'Backup'; call the parameter 'backup'")]
    [InlineData("CommandResult [|cleanUp|]", "the task 'CleanUp' stands later; move it before 'Show'")]
    [InlineData("CommandResult [|cleenUp|]", "the nearest is 'CleanUp', which stands later; move it before 'Show' and call the parameter 'cleanUp'")]
    [InlineData("DebugResult [|show|]", "it is the task itself; ask for a task that stands before it")]
    [InlineData("string [|scriptDir|]", "'ScriptDir' is a variable; take the parameter away and use the property 'ScriptDir'")]
    [InlineData("CommandResult [|somethingElse|]", "call it as one of these: backup, sync")]
    [InlineData("Other.Host [|host|]", "its type is 'Other.Host'; for the host write 'Playbooks.Host', or 'global using Host = Playbooks.Host;' in any file")]
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
        Assert.Equal($"'{name}' names no earlier task: {advice}", message);
    }

    [Fact]
    public async Task The_first_task_has_nothing_to_ask_for() => Assert.Equal(
        ["'anything' names no earlier task: no task stands before it"],
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
        [
            "'restart' names no earlier task: 'Restart' is a handler, which runs at the end and only where it was notified; nobody can ask for what it gives",
            "'restart' names no earlier task: 'Restart' is a handler, which runs at the end and only where it was notified; nobody can ask for what it gives",
        ],
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
