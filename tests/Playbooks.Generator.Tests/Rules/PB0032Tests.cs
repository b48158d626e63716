using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0032Tests
{
    [Theory]
    [InlineData("CommandResult run", "run", "CommandResult", ", such as {run.Stdout}")]
    [InlineData("Job<CommandResult> job", "job", "Job<CommandResult>", ", such as {job.Id}")]
    [InlineData("AcrossHosts<CommandResult> run", "run", "AcrossHosts<CommandResult>", ", such as {run.Results}")]
    [InlineData("IReadOnlyList<CommandResult> each", "each", "IReadOnlyList<CommandResult>", "")]
    [InlineData("Play play", "play", "Play", ", such as {play.Hosts}")]
    [InlineData("Facts facts", "facts", "Facts", "")]
    [InlineData("Part.Results part", "part", "Part.Results", "")]
    [InlineData("Host host", "host.Variables", "IReadOnlyDictionary<string, string>", "")]
    public async Task An_object_that_cannot_be_an_argument_is_reported(string parameter, string hole, string type, string member) => Assert.Equal(
        [$"'{hole}' is a whole '{type}', whose text is only for display: write the member that you need{member}"],
        await Rule.BrokenAsync("PB0032", Playbook($"public Command Use({parameter}) => new($\"use {{[|{hole}|]}}\");")));

    [Fact]
    public async Task In_any_command_line() => Assert.Single(await Rule.BrokenAsync(
        "PB0032", Playbook("public Shell Use(CommandResult run) => new($\"use {[|run|]} | wc\");")));

    [Theory]
    [InlineData(
        "public Command Use(CommandResult run, Job<CommandResult> job, Host host, Play play) => " +
        "new($\"use {run.Stdout} {job.Id} {host} {play.Hosts} {run.Rc}\");")]
    [InlineData("public Command Use(CommandResult? run) => new($\"use {run?.Stdout} {Names} {Day} {Pause} {Other}\"); private Uri Other => new(\"http://x\");")]
    [InlineData("public Debug Use(CommandResult run) => new($\"{run}\");")]
    public Task An_object_that_can_be_an_argument_is_accepted(string member) => Rule.KeptAsync(Playbook(member));

    private static string Playbook(string member) => $$"""
        [Block] public partial record Part { public Command Work => new("true"); }
        [Playbook("all")]
        public partial record Nightly(IReadOnlyList<string> Names, DayOfWeek Day = DayOfWeek.Friday, TimeSpan Pause = default)
        {
            public Command Run => new($"true {Names} {Day} {Pause}");
            public IEnumerable<Command> Each => [];
            [Async(60, Poll = 0, AtEnd = AtEnd.Join)] public Command Job => new("true");
            public Part Part => new();
            {{member}}
        }
        """;
}
