using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

public sealed class EntryPointTests
{
    private const string Playbook = """[Playbook("all")] public partial record Nightly { public Command Backup => new("true"); }""";
    private const string File = "PlaybooksEntryPoint.g.cs";

    [Fact]
    public void An_executable_gets_one_that_runs()
    {
        var run = GeneratorRun.Of(UserProgram.Executable(Playbook));
        Assert.Equal(["Nightly.g.cs", File], run.Files.Keys.Order());
        Assert.Equal("Main", LoadedProgram.Of(run).EntryPoint?.Name.Trim('<', '>'));
    }

    [Fact]
    public void A_library_gets_none() => Assert.DoesNotContain(File, GeneratorRun.Of(UserProgram.Library(Playbook)).Files.Keys);

    [Theory]
    [InlineData("Console.WriteLine();")]
    [InlineData("return await Task.FromResult(0);")]
    public void A_program_with_top_level_statements_gets_none(string statements) =>
        Assert.DoesNotContain(File, GeneratorRun.Of(UserProgram.Executable($"{statements} {Playbook}")).Files.Keys);

    [Theory]
    [InlineData("static void Main() { }")]
    [InlineData("private static Task<int> Main(string[] args) => Task.FromResult(args.Length);")]
    public void A_program_with_a_Main_gets_none(string main) => Assert.DoesNotContain(
        File, GeneratorRun.Of(UserProgram.Executable($$"""{{Playbook}} internal static class Program { {{main}} }""")).Files.Keys);

    [Fact]
    public void A_program_without_playbooks_is_left_alone() =>
        Assert.Empty(GeneratorRun.Of(UserProgram.Executable("internal sealed class Unrelated2;"), "CS5001").Files);

    [Fact]
    public void A_task_called_Main_is_a_task() => Assert.Contains(
        File,
        GeneratorRun.Of(UserProgram.Executable("""[Playbook("all")] public partial record Nightly { public Command Main => new("true"); }""")).Files.Keys);

    [Fact]
    public async Task A_broken_playbook_is_the_only_error_that_is_reported()
    {
        var run = GeneratorRun.Of(UserProgram.Executable("""[Playbook("all")] public record Nightly;"""));
        Assert.Equal([File], run.Files.Keys);
        Assert.Equal(["PB0001"], (await run.AnalyzeAsync()).Select(problem => problem.Id));
    }
}
