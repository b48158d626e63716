using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0034Tests
{
    [Theory]
    [InlineData("[Playbook(\"all\")] public partial record [|Nightly|];", "playbook")]
    [InlineData(
        "[Playbook(\"all\")] public partial record [|Nightly|](string Name = \"\") { public string Line => Name; internal Command Work => new(\"true\"); }",
        "playbook")]
    [InlineData("[Block] public partial record [|Nightly|]<T>(T Value);", "block")]
    public async Task A_record_without_tasks_is_reported(string source, string kind) => Assert.Equal(
        [$"The {kind} 'Nightly' has no tasks: write public members that return modules, such as 'public Command Uptime => new(\"uptime\");'"],
        await Rule.BrokenAsync("PB0034", source));

    [Fact]
    public Task A_task_of_a_base_record_is_one() => Rule.KeptAsync("""
        public abstract record Base { public Command Work => new("true"); }
        [Playbook("all")] public partial record Nightly : Base;
        """);

    [Fact]
    public Task If_something_else_is_wrong_only_that_is_reported() => Rule.BrokenAsync(
        "PB0020", """[Playbook("all")] public partial record Nightly { public static Command [|Work|] => new("true"); }""");
}
