using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0040Tests
{
    [Theory]
    [InlineData(
        "public void [|Restart|]() { }", "'Restart' returns nothing, so it is not a task and never runs: return a module such as Command, or make it private")]
    [InlineData(
        "public async System.Threading.Tasks.Task [|Restart|]() { await System.Threading.Tasks.Task.Yield(); }",
        "'Restart' returns nothing, so it is not a task and never runs: return a module such as Command, or make it private")]
    [InlineData(
        "public bool [|Restart|] => true;",
        "'Restart' is a bool that nothing uses, so it is not a task and never runs: " +
        "return a module such as Command, name it in [When(nameof(Restart))] on a task, or make it private")]
    [InlineData(
        "public bool [|Restart|]() => true;",
        "'Restart' is a bool that nothing uses, so it is not a task and never runs: " +
        "return a module such as Command, name it in [When(nameof(Restart))] on a task, or make it private")]
    public async Task A_member_among_the_tasks_that_is_not_a_task_is_reported(string member, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0040", Playbook(member)));

    [Theory]
    [InlineData("public bool Wanted => true; [When(nameof(Wanted))] public Command Restart => new(\"restart\");")]
    [InlineData("public bool Wanted => true; public Command? Restart => Wanted ? new(\"restart\") : null;")]
    [InlineData("public bool Wanted { get; init; }")]
    [InlineData("public bool Elsewhere => true;")]
    [InlineData("public void Dispose() { }", ": IDisposable")]
    [InlineData("public static void Log() { }")]
    [InlineData("private void Log() { }")]
    [InlineData("public string Text => \"\";")]
    public Task A_member_that_is_used_or_is_not_a_mistake_is_not_reported(string member, string bases = "") => Rule.KeptAsync(Playbook(member, bases));

    private static string Playbook(string members, string bases = "") => $$"""
        [Playbook("all")] public partial record Nightly {{bases}} { public Command Dump => new("dump"); {{members}} }
        public static class Other { public static string Of(object value) => value is "Elsewhere" ? nameof(Other) : Elsewhere; private static string Elsewhere => ""; }
        """;
}
