using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0006Tests
{
    private const string Job = """[Async(60, Poll = 0)] public Command Backup => new("true");""";

    [Fact]
    public async Task A_job_that_nobody_asks_for_is_reported() => Assert.Equal(
        [
            "No later task uses the job of 'Backup', so a failure of the job would stop the host at an unrelated task: " +
            "take the job or its result as a parameter of a later task, or set AtEnd in [Async] to Join, Cancel or Leave"
        ],
        await Rule.BrokenAsync("PB0006", Playbook("""[Async(60, [|Poll = 0|])] public Command Backup => new("true");""")));

    [Theory]
    [InlineData("[Rescue] public Debug Show(CommandResult? backup) => new($\"{backup?.Rc}\");")]
    [InlineData("[Always] public Debug Show(CommandResult? backup) => new($\"{backup?.Rc}\");")]
    [InlineData("public Command Next => new(\"true\"); [Always] public Debug Show(Job<CommandResult>? backup) => new($\"{backup?.Id}\");")]
    public async Task A_job_that_only_rescue_and_always_tasks_ask_for_is_reported_with_these_tasks(string asking) => Assert.Equal(
        [
            "Only [Rescue], [Always] and [Handler] tasks use the job of 'Backup', so a failure of the job would stop the host at an unrelated task: " +
            "take the job or its result as a parameter of a later task, or set AtEnd in [Async] to Join, Cancel or Leave"
        ],
        await Rule.BrokenAsync("PB0006", Playbook("""[Async(60, [|Poll = 0|])] public Command Backup => new("true"); """ + asking)));

    [Theory]
    [InlineData("public Wait<CommandResult> Done(Job<CommandResult> backup) => new(backup);")]
    [InlineData("public Debug Show(CommandResult backup) => new(backup.Stdout);")]
    [InlineData("[After(nameof(Backup))] public Debug Show => new(\"\");")]
    [InlineData("[When(nameof(Worked))] public Debug Show => new(\"\"); private bool Worked(CommandResult backup) => backup.Rc == 0;")]
    public Task Asking_for_it_in_any_way_is_enough(string asking) => Rule.KeptAsync(Playbook(Job + asking));

    [Theory]
    [InlineData("Join")]
    [InlineData("Cancel")]
    [InlineData("Leave")]
    public Task So_is_saying_what_the_end_does(string end) =>
        Rule.KeptAsync(Playbook($$"""[Async(60, Poll = 0, AtEnd = AtEnd.{{end}})] public Command Backup => new("true");"""));

    private static string Playbook(string tasks) => $$"""[Playbook("all")] public partial record Nightly { {{tasks}} }""";
}
