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
                """),
            "CS0618");
        Assert.Contains($"#pragma warning disable {warning}\n", run.Files["Nightly.g.cs"], StringComparison.Ordinal);
    }

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
