using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>Where C# itself refuses the user's code, nothing is generated that it would refuse as well.</summary>
public sealed class CompilerErrorTests
{
    [Theory]
    [InlineData("public Unknown Backup => new();", "CS0246")]
    [InlineData("public Command Backup(Unknown x) => new(\"true\");", "CS0246")]
    [InlineData("public Unknown Backup => new(); public Debug Show(CommandResult backup) => new(\"\");", "CS0246")]
    [InlineData("public Stage<List<Unknown>.Enumerator> Backup => new();", "CS0246")]
    [InlineData("private sealed class Own; public Stage<List<Own>.Enumerator> Backup => new();", "CS0053")]
    [InlineData("[Async(1.5)] public Command Backup => new(\"true\");", "CS1503")]
    [InlineData("[When(5)] public Command Backup => new(\"true\");", "CS1503")]
    [InlineData(
        "private sealed record Own : ActionModule<CommandResult> { " +
        "protected override Task<CommandResult> RunAsync(ActionContext c, CancellationToken t) => null!; " +
        "protected override Task<CommandResult> PredictAsync(ActionContext c, CancellationToken t) => null!; " +
        "protected override CommandResult FailedResult(string m) => null!; } public Own Backup => new();",
        "CS0053")]
    [InlineData("public Local Backup => new();", "CS0053", "CS9051")]
    public async Task An_error_of_C_sharp_is_reported_by_C_sharp_alone(string member, params string[] errors)
    {
        var run = GeneratorRun.Of(
            UserProgram.Library($$"""
                [Playbook("all")] public partial record Nightly { {{member}} }
                [Block] public partial record Stage<T> { public Command Work => new($"echo {typeof(T)}"); }
                file sealed record Local : ScriptModule<CommandResult>
                {
                    protected override string ScriptText => "";
                    protected override CommandResult Parse(ScriptOutcome outcome) => new();
                }
                """),
            errors);
        Assert.DoesNotContain(run.Files, file => file.Key.Contains("Nightly", StringComparison.Ordinal));
        Assert.Empty(await run.AnalyzeAsync());
    }

    [Theory]
    [InlineData("[Playbook] public partial record Nightly;", "CS7036")]
    [InlineData("[Playbook(5)] public partial record Nightly;", "CS1503")]
    [InlineData("[Playbook(\"all\")] public partial record struct Nightly;", "CS0592")]
    [InlineData("public partial record Nightly([Playbook(\"all\")] string X);", "CS0592")]
    public void So_is_one_at_the_playbook_itself(string source, string error) =>
        Assert.Empty(GeneratorRun.Of(UserProgram.Library(source), error).Files);

    [Fact]
    public void A_playbook_that_says_twice_that_it_is_one_is_generated_once() => Assert.Single(GeneratorRun.Of(
        UserProgram.Library("""[Playbook("all")] public partial record Nightly; [Playbook("all")] public partial record Nightly;"""), "CS0579").Files);
}
