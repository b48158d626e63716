using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0018Tests
{
    [Fact]
    public async Task Overloads_cannot_be_told_apart_by_name() => Assert.Equal(
        ["The name 'Backup' is already in use: another task has that name, and parameters find tasks by name; rename one of the two"],
        await Rule.BrokenAsync("PB0018", Playbook("""public Command Backup() => new("true"); public Command [|Backup|](Host host) => new($"{host}");""")));

    [Fact]
    public async Task Nor_can_names_that_differ_in_case() => Assert.Equal(
        ["The name 'backup' is already in use: the name of the task 'Backup' differs only in case, which parameters ignore; rename one of the two"],
        await Rule.BrokenAsync("PB0018", Playbook("""public Command Backup => new("true"); public Command [|backup|] => new("true");""")));

    [Theory]
    [InlineData("ToString")]
    [InlineData("Deconstruct")]
    [InlineData("Equals")]
    public async Task What_every_record_has_is_taken(string name) => Assert.Equal(
        [$"The name '{name}' is already in use: every record has a member of that name; choose another name for the task"],
        await Rule.BrokenAsync("PB0018", Playbook($$"""public Command [|{{name}}|](Host host) => new($"{host}");""")));

    [Theory]
    [InlineData("public Command [|Results|] => new(\"true\");")]
    [InlineData("private int [|Results|] => 1;")]
    [InlineData("public sealed record [|Results|];")]
    public async Task So_is_what_the_tasks_give(string member) => Assert.Equal(
        ["The name 'Results' is already in use: the generated record with the playbook's results has that name; choose another name"],
        await Rule.BrokenAsync("PB0018", Playbook(member)));

    [Fact]
    public async Task A_type_parameter_cannot_be_called_so_either() => Assert.Equal(
        ["The name 'Results' is already in use: the generated record with the block's results has that name; choose another name"],
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
        ["The name 'Backup' is already in use: a task of 'Base' has that name, and this member would hide it; choose another name"],
        await Rule.BrokenAsync("PB0018", $$"""
            public abstract record Base { public Command Backup => new("true"); }
            [Playbook("all")] public partial record Nightly : Base { {{member}} }
            """));

    [Fact]
    public async Task A_method_that_reads_a_property_is_no_name_for_a_task() => Assert.Equal(
        ["The name 'get_Backup' is already in use: the compiler generates a method of that name for the result of 'Backup'; rename one of the two tasks"],
        await Rule.BrokenAsync("PB0018", Playbook("""public Command Backup => new("true"); public Command [|get_Backup|](Host host) => new($"{host}");""")));

    [Fact]
    public Task An_override_is_the_same_task() => Rule.KeptAsync("""
        public abstract record Base { public abstract Command Backup { get; } }
        [Playbook("all")] public partial record Nightly : Base { public override Command Backup => new("true"); }
        """);

    private static string Playbook(string members) => $$"""[Playbook("all")] public partial record Nightly { {{members}} }""";
}
