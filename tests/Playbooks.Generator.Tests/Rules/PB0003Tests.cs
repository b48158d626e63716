using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0003Tests
{
    private const string Tasks = """
            public Command Single => new("true");
            public Command? Maybe => null;
            public IEnumerable<Command> Loop => [];
            [Async(60, Poll = 0, AtEnd = AtEnd.Join)] public Command Job => new("true");
            [Async(60, Poll = 0, AtEnd = AtEnd.Join)] public Command? MaybeJob => null;
            [Async(60, Poll = 0, AtEnd = AtEnd.Join)] public IEnumerable<Command> LoopJobs => [];
            [Async(60)] public Command Polled => new("true");
        """;

    [Theory]
    [Language("M5", "P6", "F13")]
    [InlineData("CommandResult single, CommandResult? maybe, IReadOnlyList<CommandResult> loop, CommandResult polled")]
    [InlineData("CommandResult job, CommandResult? maybeJob, IReadOnlyList<CommandResult> loopJobs")]
    [InlineData("Job<CommandResult> job, Job<CommandResult>? maybeJob, IReadOnlyList<Job<CommandResult>> loopJobs")]
    [InlineData("CommandResult? single, IReadOnlyList<CommandResult>? loop, Job<CommandResult>? job")]
    public Task What_a_task_gives_may_be_asked_for(string parameters) => Rule.KeptAsync($$"""
        [Playbook("all")]
        public partial record Nightly
        {
        {{Tasks}}
            public Debug Show({{parameters}}) => new("");
        }
        """);

    [Theory]
    [InlineData("string [|single|]", "The task 'Single' gives 'CommandResult', not 'string': change the parameter's type")]
    [InlineData("Job<CommandResult> [|single|]", "The task 'Single' gives 'CommandResult', not 'Job<CommandResult>': change the parameter's type")]
    [InlineData("Job<CommandResult> [|polled|]", "The task 'Polled' gives 'CommandResult', not 'Job<CommandResult>': change the parameter's type")]
    [InlineData("DebugResult? [|maybe|]", "The task 'Maybe' gives 'CommandResult?', not 'DebugResult?': change the parameter's type")]
    [InlineData("CommandResult [|loop|]", "The task 'Loop' gives 'IReadOnlyList<CommandResult>', not 'CommandResult': change the parameter's type")]
    [InlineData("List<CommandResult> [|loop|]", "The task 'Loop' gives 'IReadOnlyList<CommandResult>', not 'List<CommandResult>': change the parameter's type")]
    [InlineData(
        "IReadOnlyList<Job<CommandResult>> [|loop|]",
        "The task 'Loop' gives 'IReadOnlyList<CommandResult>', not 'IReadOnlyList<Job<CommandResult>>': change the parameter's type")]
    [InlineData(
        "DebugResult [|job|]", "The task 'Job' gives 'Job<CommandResult>' or, waiting for it, 'CommandResult', not 'DebugResult': change the parameter's type")]
    [InlineData(
        "Job<CommandResult> [|loopJobs|]",
        "The task 'LoopJobs' gives 'IReadOnlyList<Job<CommandResult>>' or, waiting for it, 'IReadOnlyList<CommandResult>', not 'Job<CommandResult>': " +
        "change the parameter's type")]
    public async Task Anything_else_is_told_what_there_is(string parameter, string message) => Assert.Equal([message], await Rule.BrokenAsync("PB0003", $$"""
        [Playbook("all")]
        public partial record Nightly
        {
        {{Tasks}}
            public Debug Show({{parameter}}) => new("");
        }
        """));

    [Theory]
    [InlineData("Stage<string?>.Results [|one|]", "The task 'One' gives 'Stage<string>.Results', not 'Stage<string?>.Results': change the parameter's type")]
    [InlineData("Stage<int>.Results [|one|]", "The task 'One' gives 'Stage<string>.Results', not 'Stage<int>.Results': change the parameter's type")]
    [InlineData("Stage<string>.Results [|two|]", "The task 'Two' gives 'Stage<string?[]>.Results', not 'Stage<string>.Results': change the parameter's type")]
    [InlineData(
        "Stage<string[]>.Results [|two|]", "The task 'Two' gives 'Stage<string?[]>.Results', not 'Stage<string[]>.Results': change the parameter's type")]
    [InlineData(
        "Stage<List<string?>.Enumerator>.Results [|three|]",
        "The task 'Three' gives 'Stage<List<string>.Enumerator>.Results', not 'Stage<List<string?>.Enumerator>.Results': change the parameter's type")]
    [InlineData(
        "AcrossHosts<Stage<string?>.Results> [|one|]",
        "The task 'One' gives 'AcrossHosts<Stage<string>.Results>' of all hosts, not 'AcrossHosts<Stage<string?>.Results>': change the parameter's type")]
    public async Task The_type_arguments_count_with_their_question_marks(string parameter, string message)
    {
        string Source(string asked) => $$"""
            [Block] public partial record Stage<T>(T Value) { public Command Work => new($"echo {Value}"); }
            [Playbook("all")]
            public partial record Nightly
            {
                public Stage<string> One => new("");
                public Stage<string?[]> Two => new([]);
                public Stage<List<string>.Enumerator> Three => new(default);
                public Debug Show({{asked}}) => new("");
            }
            """;

        Assert.Equal([message], await Rule.BrokenAsync("PB0003", Source(parameter)));
        await Rule.KeptAsync(Source("Stage<string>.Results one, Stage<string?[]>.Results two, Stage<List<string>.Enumerator>.Results three"));
    }

    [Theory]
    [InlineData("public Command Backup => new(\"true\");", "AcrossHosts<DebugResult>", "AcrossHosts<CommandResult>")]
    [InlineData("[Async(60, Poll = 0)] public Command Backup => new(\"true\");", "AcrossHosts<Job<CommandResult>>", "AcrossHosts<CommandResult>")]
    [InlineData("public IEnumerable<Command> Backup => [];", "AcrossHosts<IReadOnlyList<CommandResult?>>", "AcrossHosts<IReadOnlyList<CommandResult>>")]
    [InlineData("public IEnumerable<Command> Backup => [];", "AcrossHosts<CommandResult>", "AcrossHosts<IReadOnlyList<CommandResult>>")]
    public async Task Of_all_hosts_it_is_what_the_task_gives_on_each(string task, string wrong, string right)
    {
        string Across(string type) => $$"""
            [Playbook("all")]
            public partial record Nightly
            {
                {{task}}
                public Debug Show({{type}}) => new("");
            }
            """;
        Assert.Equal(
            [$"The task 'Backup' gives '{right}' of all hosts, not '{wrong}': change the parameter's type"],
            await Rule.BrokenAsync("PB0003", Across($"{wrong} [|backup|]")));
        await Rule.KeptAsync(Across($"{right} backup"));
    }

    // C# says so, too, and would say it again of the generated code.
    [Theory]
    [InlineData("Job<CommandResult?> [|job|]", "CS8631")]
    [InlineData("IReadOnlyList<Job<CommandResult?>> [|loopJobs|]", "CS8631")]
    [InlineData("AcrossHosts<CommandResult?> [|maybe|]", "CS8634")]
    public async Task A_result_within_that_may_be_null_is_of_another_type(string parameter, string said) => Assert.Single(
        await Rule.BrokenAsync(
            "PB0003",
            $$"""
            [Playbook("all")]
            public partial record Nightly
            {
            {{Tasks}}
                public Debug Show({{parameter}}) => new("");
            }
            """,
            said));
}
