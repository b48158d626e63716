using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0018Tests
{
    [Fact]
    public async Task Overloads_cannot_be_told_apart_by_name() => Assert.Equal(
        ["The name 'Backup' is taken: another task is called so, and parameters ask for tasks by name; give one of them another one"],
        await Rule.BrokenAsync("PB0018", Playbook("""public Command Backup() => new("true"); public Command [|Backup|](Host host) => new($"{host}");""")));

    [Fact]
    public async Task Nor_can_names_that_differ_in_case() => Assert.Equal(
        ["The name 'backup' is taken: the task 'Backup' differs only in case, which parameters cannot tell; give one of them another one"],
        await Rule.BrokenAsync("PB0018", Playbook("""public Command Backup => new("true"); public Command [|backup|] => new("true");""")));

    [Theory]
    [InlineData("ToString")]
    [InlineData("Deconstruct")]
    [InlineData("Equals")]
    public async Task What_every_record_has_is_taken(string name) => Assert.Equal(
        [$"The name '{name}' is taken: every record has a member of that name; give the task another one"],
        await Rule.BrokenAsync("PB0018", Playbook($$"""public Command [|{{name}}|](Host host) => new($"{host}");""")));

    [Theory]
    [InlineData("public Command [|Results|] => new(\"true\");")]
    [InlineData("private int [|Results|] => 1;")]
    [InlineData("public sealed record [|Results|];")]
    public async Task So_is_what_the_tasks_give(string member) => Assert.Equal(
        ["The name 'Results' is taken: what the playbook's tasks give is called so; use another one"],
        await Rule.BrokenAsync("PB0018", Playbook(member)));

    [Fact]
    public async Task A_type_parameter_cannot_be_called_so_either() => Assert.Equal(
        ["The name 'Results' is taken: what the block's tasks give is called so; use another one"],
        await Rule.BrokenAsync("PB0018", """[Block] public partial record Stage<[|Results|]>(Results Value) { public Command Work => new("true"); }"""));

    [Fact]
    public Task A_task_that_is_called_as_its_playbook_is_told() => Rule.BrokenAsync(
        "PB0018", Playbook("""public Command [|Nightly|] => new("true");"""), "CS0542");

    [Fact]
    public Task A_task_that_hides_another_is_told() => Rule.BrokenAsync("PB0018", """
        public abstract record Base { public Command Backup => new("true"); }
        [Playbook("all")] public partial record Nightly : Base { public new Command [|Backup|] => new("true"); }
        """);

    [Theory]
    [InlineData("public new int [|Backup|] => 1;")]
    [InlineData("private new string [|Backup|]() => \"\";")]
    [InlineData("public new const int [|Backup|] = 1;")]
    public async Task So_is_what_hides_a_task_and_is_none(string member) => Assert.Equal(
        ["The name 'Backup' is taken: a task of 'Base' is called so, and what runs the tasks would find this instead; use another one"],
        await Rule.BrokenAsync("PB0018", $$"""
            public abstract record Base { public Command Backup => new("true"); }
            [Playbook("all")] public partial record Nightly : Base { {{member}} }
            """));

    [Fact]
    public async Task A_method_that_reads_a_property_is_no_name_for_a_task() => Assert.Equal(
        ["The name 'get_Backup' is taken: the result of 'Backup' is read by a method of that name; give one of them another one"],
        await Rule.BrokenAsync("PB0018", Playbook("""public Command Backup => new("true"); public Command [|get_Backup|](Host host) => new($"{host}");""")));

    [Fact]
    public Task An_override_is_the_same_task() => Rule.KeptAsync("""
        public abstract record Base { public abstract Command Backup { get; } }
        [Playbook("all")] public partial record Nightly : Base { public override Command Backup => new("true"); }
        """);

    private static string Playbook(string members) => $$"""[Playbook("all")] public partial record Nightly { {{members}} }""";
}
