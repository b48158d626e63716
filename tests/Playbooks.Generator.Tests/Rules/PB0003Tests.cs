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
    public Task A_parameter_may_have_the_type_of_the_tasks_result(string parameters) => Rule.KeptAsync($$"""
        [Playbook("all")]
        public partial record Nightly
        {
        {{Tasks}}
            public Debug Show({{parameters}}) => new("");
        }
        """);

    [Theory]
    [InlineData("string [|single|]", "The task 'Single' does not return 'string': change the parameter's type to 'CommandResult'")]
    [InlineData("Job<CommandResult> [|single|]", "The task 'Single' does not return 'Job<CommandResult>': change the parameter's type to 'CommandResult'")]
    [InlineData("Job<CommandResult> [|polled|]", "The task 'Polled' does not return 'Job<CommandResult>': change the parameter's type to 'CommandResult'")]
    [InlineData("DebugResult? [|maybe|]", "The task 'Maybe' does not return 'DebugResult?': change the parameter's type to 'CommandResult?'")]
    [InlineData("CommandResult [|loop|]", "The task 'Loop' does not return 'CommandResult': change the parameter's type to 'IReadOnlyList<CommandResult>'")]
    [InlineData(
        "List<CommandResult> [|loop|]",
        "The task 'Loop' does not return 'List<CommandResult>': change the parameter's type to 'IReadOnlyList<CommandResult>'")]
    [InlineData(
        "IReadOnlyList<Job<CommandResult>> [|loop|]",
        "The task 'Loop' does not return 'IReadOnlyList<Job<CommandResult>>': change the parameter's type to 'IReadOnlyList<CommandResult>'")]
    [InlineData(
        "DebugResult [|job|]",
        "The task 'Job' does not return 'DebugResult': change the parameter's type to 'Job<CommandResult>' for the job, " +
        "or to 'CommandResult' to wait for its result")]
    [InlineData(
        "Job<CommandResult> [|loopJobs|]",
        "The task 'LoopJobs' does not return 'Job<CommandResult>': " +
        "change the parameter's type to 'IReadOnlyList<Job<CommandResult>>' for the job, or to 'IReadOnlyList<CommandResult>' to wait for its result")]
    public async Task Any_other_type_is_reported(string parameter, string message) => Assert.Equal([message], await Rule.BrokenAsync("PB0003", $$"""
        [Playbook("all")]
        public partial record Nightly
        {
        {{Tasks}}
            public Debug Show({{parameter}}) => new("");
        }
        """));

    [Theory]
    [InlineData(
        "Stage<string?>.Results [|one|]",
        "The task 'One' does not return 'Stage<string?>.Results': change the parameter's type to 'Stage<string>.Results'")]
    [InlineData("Stage<int>.Results [|one|]", "The task 'One' does not return 'Stage<int>.Results': change the parameter's type to 'Stage<string>.Results'")]
    [InlineData(
        "Stage<string>.Results [|two|]",
        "The task 'Two' does not return 'Stage<string>.Results': change the parameter's type to 'Stage<string?[]>.Results'")]
    [InlineData(
        "Stage<string[]>.Results [|two|]",
        "The task 'Two' does not return 'Stage<string[]>.Results': change the parameter's type to 'Stage<string?[]>.Results'")]
    [InlineData(
        "Stage<List<string?>.Enumerator>.Results [|three|]",
        "The task 'Three' does not return 'Stage<List<string?>.Enumerator>.Results': change the parameter's type to 'Stage<List<string>.Enumerator>.Results'")]
    [InlineData(
        "AcrossHosts<Stage<string?>.Results> [|one|]",
        "The task 'One' does not return 'AcrossHosts<Stage<string?>.Results>': " +
        "change the parameter's type to 'AcrossHosts<Stage<string>.Results>' for the results of all hosts")]
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
    public async Task AcrossHosts_has_the_type_of_one_result(string task, string wrong, string right)
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
            [$"The task 'Backup' does not return '{wrong}': change the parameter's type to '{right}' for the results of all hosts"],
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
