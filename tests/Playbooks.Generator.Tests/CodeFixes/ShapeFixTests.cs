using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.CodeFixes;

/// <summary>PB0020, PB0021 and PB0026: what a member is.</summary>
public sealed class ShapeFixTests
{
    [Theory]
    [InlineData("public readonly Command Backup = new(\"true\");", "public Command Backup => new(\"true\");")]
    [InlineData("public static Command Backup => new(\"true\");", "public Command Backup => new(\"true\");")]
    [InlineData("public static readonly Command Backup = new(\"true\");", "public Command Backup => new(\"true\");")]
    [InlineData("public Command Backup { get; set; } = new(\"true\");", "public Command Backup { get; } = new(\"true\");")]
    [InlineData("public Command Backup { get; init; } = new(\"true\");", "public Command Backup { get; } = new(\"true\");")]
    [InlineData("public Command[] Backup => [];", "public IEnumerable<Command> Backup => [];")]
    [InlineData("public List<Command> Backup() => [];", "public IEnumerable<Command> Backup() => [];")]
    public async Task A_member_gets_the_shape_of_a_task(string wrong, string right) =>
        Assert.Equal(Playbook(right), await Fix.AppliedAsync(new MakeTask(), "Make the member a task", Playbook(wrong)));

    [Theory]
    [InlineData("public Task<Command> Backup() => Task.FromResult<Command>(new(\"true\"));")]
    [InlineData("public required Command Backup { get; init; }")]
    [InlineData("public Module<CommandResult> Backup => new Command(\"true\");")]
    public async Task Where_more_than_the_shape_is_wrong_nothing_is_offered(string member) =>
        Assert.Empty(await Fix.OfferedAsync(new MakeTask(), Playbook(member)));

    [Theory]
    [InlineData("Task<Command> Backup() => Task.FromResult<Command>(new(\"true\")); public Command Work => new(\"true\");")]
    [InlineData("static Command Backup => new(\"true\"); public Command Work => new(\"true\");")]
    public async Task A_helper_may_be_made_private(string member) => Assert.Equal(
        Playbook($"private {member}"), await Fix.AppliedAsync(new MakePrivate(), "Make the member private", Playbook($"public {member}")));

    [Theory]
    [InlineData("Command Backup => new(\"true\");", "public Command Backup => new(\"true\");")]
    [InlineData("private Command Backup() => new(\"true\");", "public Command Backup() => new(\"true\");")]
    [InlineData("// It is.\n    Command? Backup => null;", "// It is.\n    public Command? Backup => null;")]
    [InlineData(
        "/// <summary>It is.</summary>\n    [System.Diagnostics.DebuggerStepThrough] IEnumerable<Command> Backup() => [];",
        "/// <summary>It is.</summary>\n    [System.Diagnostics.DebuggerStepThrough] public IEnumerable<Command> Backup() => [];")]
    public async Task A_member_with_an_attribute_of_a_task_is_made_public(string wrong, string right) =>
        Assert.Equal(Playbook(right), await Fix.AppliedAsync(new MakePublic(), "Make the member public", Playbook(wrong)));

    [Theory]
    [InlineData("#nullable disable\n", "#nullable enable\n")]
    [InlineData(
        "// Nightly.\n#nullable disable annotations\n#nullable disable warnings\n", "// Nightly.\n#nullable enable annotations\n#nullable disable warnings\n")]
    public async Task Nullable_annotations_are_turned_on(string wrong, string right) => Assert.Equal(
        right + Playbook("public Command Backup => new(\"true\");"),
        await Fix.AppliedAsync(new EnableNullable(), "Write '#nullable enable'", wrong + Playbook("public Command Backup => new(\"true\");")));

    private static string Playbook(string member) => $$"""
        [Playbook("all")]
        public partial record Nightly
        {
            {{member}}
        }
        """;
}
