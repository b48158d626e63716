using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>What the user is warned of already is not told again in generated code.</summary>
public sealed class UserWarningsTests
{
    [Theory]
    [InlineData("[Obsolete] public Command Backup => new(\"true\");", "CS0612")]
    [InlineData("[Obsolete(\"old\")] public Command Backup => new(\"true\");", "CS0618")]
    [InlineData("public Old Backup => new();", "CS0618")]
    [InlineData("[Obsolete(\"old\")] public int Count { get; init; }", "CS0618")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"XX0001\")] public Command Backup => new(\"true\");", "XX0001")]
    [InlineData("public Old<int> Backup => new();", "CS0618")]
    [InlineData("public Wrapped<List<OldText>> Backup => new();", "CS0618")]
    [InlineData("public IReadOnlyList<OldText> Texts { get; init; } = [];", "CS0618")]
    [InlineData("public Holder.Inner[] Texts { get; init; } = [];", "CS0618")]
    [InlineData("[Obsolete(\"old\", DiagnosticId = \"XX0002\")] public int Count { get; init; }", "XX0002")]
    [InlineData("[When(nameof(Is))] public Command Backup => new(\"true\"); [Obsolete(\"old\")] private bool Is => true;", "CS0618")]
    [InlineData("[System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(\"no\")] public Command Backup() => new(\"true\");", "IL2026")]
    [InlineData("[System.Diagnostics.CodeAnalysis.RequiresDynamicCode(\"no\")] public Command Backup() => new(\"true\");", "IL3050")]
    public void Obsolete_and_experimental_members_are_used_silently(string member, string warning)
    {
        var run = GeneratorRun.Of(
            UserProgram.Library($$"""
                [Playbook("all")]
                public partial record Nightly
                {
                    {{member}}
                }

                [Obsolete("old")]
                public sealed record Old : ScriptModule<CommandResult>
                {
                    protected override string ScriptText => "true";
                    protected override CommandResult Parse(ScriptOutcome outcome) => new();
                }

                [Obsolete("old")]
                public sealed record Old<T> : ScriptModule<CommandResult>
                {
                    protected override string ScriptText => "true";
                    protected override CommandResult Parse(ScriptOutcome outcome) => new();
                }

                public sealed record Wrapped<T> : ScriptModule<CommandResult>
                {
                    protected override string ScriptText => "true";
                    protected override CommandResult Parse(ScriptOutcome outcome) => new();
                }

                [Obsolete("old")] public sealed record OldText;
                [Obsolete("old")] public static class Holder { public sealed record Inner; }
                """),
            "CS0618");
        Assert.Contains($"#pragma warning disable {warning}\n", run.Files["Nightly.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "PB0001",
        "[Playbook(\"all\"), Obsolete(\"no\", true)] public partial record [|Nightly|];",
        "'Nightly' cannot be a playbook: it is marked obsolete as an error, so generated code cannot use it: " +
        "remove [Obsolete] or the attribute's error argument")]
    [InlineData(
        "PB0001",
        "[Obsolete(\"no\", true)] public static partial class [|Outer|] { [Playbook(\"all\")] public partial record Nightly; }",
        "'Nightly' cannot be a playbook: its containing type 'Outer' is marked obsolete as an error; remove [Obsolete] or the attribute's error argument")]
    [InlineData(
        "PB0012",
        "[Playbook(\"all\")] public partial record Nightly { [When([|\"Is\"|])] public Command Backup => new(\"true\"); " +
        "[Obsolete(\"no\", true)] private bool Is => true; }",
        "[When] cannot name 'Is' here: it is marked obsolete as an error; name a bool property or a non-generic bool method")]
    [InlineData(
        "PB0012",
        "[Playbook(\"all\")] public partial record Nightly { [Async([|\"Limit\"|])] public Command Backup => new(\"true\"); " +
        "[Obsolete(\"no\", true)] private int Limit => 3; }",
        "[Async] cannot name 'Limit' here: it is marked obsolete as an error; " +
        "name a property or a non-generic method that returns an int, int?, TimeSpan or TimeSpan?")]
    public async Task A_member_that_is_obsolete_as_an_error_is_reported_at_its_place(string rule, string source, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync(rule, source));

    [Fact]
    public void A_member_that_is_obsolete_as_an_error_is_not_a_variable()
    {
        var run = GeneratorRun.Of(
            """[Playbook("all")] public partial record Nightly { [Obsolete("no", true)] public int Count { get; init; } """ +
            """public Command Backup => new("true"); }""");
        Assert.DoesNotContain("Count", run.Files["Nightly.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_is_obsolete_as_an_error_is_reported_by_C_sharp_alone() => Assert.Empty(GeneratorRun.Of(
        UserProgram.Library("""
            [Obsolete("no", true)] public sealed record Old;
            [Playbook("all")] public partial record Nightly { public IReadOnlyList<Old> Olds { get; init; } = []; public Command Backup => new("true"); }
            """),
        "CS0619").Files);

    [Fact]
    public void An_obsolete_playbook_runs_from_the_entry_point() => Assert.Contains(
        "#pragma warning disable CS0618\n",
        GeneratorRun.Of(UserProgram.Executable("""[Playbook("all"), Obsolete("old")] public partial record Nightly;""")).Files["PlaybooksEntryPoint.g.cs"],
        StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_disabled_without_need() => Assert.DoesNotContain(
        "#pragma",
        GeneratorRun.Of("""[Playbook("all")] public partial record Nightly { public Command Backup => new("true"); }""").Files["Nightly.g.cs"],
        StringComparison.Ordinal);
}
