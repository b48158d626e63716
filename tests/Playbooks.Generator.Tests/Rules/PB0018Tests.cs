using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0018Tests
{
    [Fact]
    public async Task Overloads_cannot_be_told_apart_by_name() => Assert.Equal(
        ["The name 'Backup' is already in use: another task has that name, and parameters find tasks by name; rename one of the two tasks"],
        await Rule.BrokenAsync("PB0018", Playbook("""public Command Backup() => new("true"); public Command [|Backup|](Host host) => new($"{host}");""")));

    [Fact]
    public async Task Names_that_differ_only_in_case_are_reported() => Assert.Equal(
        [
            "The name 'backup' is already in use: the task 'Backup' has the same name in a different case, and parameters ignore case; " +
            "rename one of the two tasks",
        ],
        await Rule.BrokenAsync("PB0018", Playbook("""public Command Backup => new("true"); public Command [|backup|] => new("true");""")));

    [Theory]
    [InlineData("ToString")]
    [InlineData("Deconstruct")]
    [InlineData("Equals")]
    public async Task Names_of_members_that_every_record_has_are_taken(string name) => Assert.Equal(
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
    public Task A_task_with_the_name_of_its_playbook_is_reported() => Rule.BrokenAsync(
        "PB0018", Playbook("""public Command [|Nightly|] => new("true");"""), "CS0542");

    [Fact]
    public Task A_task_that_hides_another_is_reported() => Rule.BrokenAsync("PB0018", """
        public abstract record Base { public Command Backup => new("true"); }
        [Playbook("all")] public partial record Nightly : Base { public new Command [|Backup|] => new("true"); }
        """);

    [Theory]
    [InlineData("public new int [|Backup|] => 1;")]
    [InlineData("private new string [|Backup|]() => \"\";")]
    [InlineData("public new const int [|Backup|] = 1;")]
    public async Task A_member_that_hides_a_task_without_being_one_is_reported_too(string member) => Assert.Equal(
        ["The name 'Backup' is already in use: a task of 'Base' has that name, and this member would hide that task; choose another name"],
        await Rule.BrokenAsync("PB0018", $$"""
            public abstract record Base { public Command Backup => new("true"); }
            [Playbook("all")] public partial record Nightly : Base { {{member}} }
            """));

    [Fact]
    public async Task A_task_cannot_have_the_name_of_a_property_getter() => Assert.Equal(
        ["The name 'get_Backup' is already in use: the compiler generates a method of that name for the result of 'Backup'; rename one of the two tasks"],
        await Rule.BrokenAsync("PB0018", Playbook("""public Command Backup => new("true"); public Command [|get_Backup|](Host host) => new($"{host}");""")));

    [Fact]
    public Task An_override_is_the_same_task() => Rule.KeptAsync("""
        public abstract record Base { public abstract Command Backup { get; } }
        [Playbook("all")] public partial record Nightly : Base { public override Command Backup => new("true"); }
        """);

    private static string Playbook(string members) => $$"""[Playbook("all")] public partial record Nightly { {{members}} }""";
}
