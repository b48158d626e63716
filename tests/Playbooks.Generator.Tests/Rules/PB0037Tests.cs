using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0037Tests
{
    private const string Report =
        "nothing is printed, and the exit code is 0 even if a task fails; use the returned report, or write 'return await new Nightly().RunConsoleAsync(args)'";
    private const string ExitCode = "the exit code of the program is 0 even if a task fails; return the exit code of this call";

    [Theory]
    [InlineData("async Task Main() { await [|new Nightly().RunAsync()|]; }", "'Nightly'", Report)]
    [InlineData("async Task Main() => await [|new Nightly().RunAsync()|];", "'Nightly'", Report)]
    [InlineData("async Task Main() { await [|new Nightly().RunAsync(new RunOptions { Forks = 2 })|].ConfigureAwait(false); }", "'Nightly'", Report)]
    [InlineData("void Main() { [|new Nightly().RunAsync()|].Wait(); }", "'Nightly'", Report)]
    [InlineData("void Main() { [|new Nightly().RunAsync()|].GetAwaiter().GetResult(); }", "'Nightly'", Report)]
    [InlineData("void Main() { [|new Nightly().RunAsync()|]; }", "'Nightly'", Report)]
    [InlineData("async Task Main() { await Task.WhenAll([|new Nightly().RunAsync()|]); }", "'Nightly'", Report)]
    [InlineData("Task Main() => [|new Nightly().RunAsync()|];", "'Nightly'", Report)]
    [InlineData("Task Main() { return [|new Nightly().RunAsync()|]; }", "'Nightly'", Report)]
    [InlineData("async Task Main() { Func<Task> run = async () => await [|new Nightly().RunAsync()|]; await run(); }", "'Nightly'", Report)]
    [InlineData(
        "async Task Main() { await [|PlaybookRunExtensions.RunAsync(new Site())|]; }",
        "'Site'",
        "nothing is printed, and the exit code is 0 even if a task fails; use the returned report, or write 'return await new Site().RunConsoleAsync(args)'")]
    [InlineData("async Task Main(string[] args) { await [|new Nightly().RunConsoleAsync(args)|]; }", "'Nightly'", ExitCode)]
    [InlineData("async Task Main(string[] args) { await [|PlaybookProgram.RunAsync(args, PlaybookDefinition.Of<Nightly>())|]; }", "the program", ExitCode)]
    public async Task An_outcome_that_is_not_used_is_reported(string main, string what, string advice) => Assert.Equal(
        [$"The result of {what} is ignored: {advice}"],
        await Rule.BrokenAsync("PB0037", Program(main)));

    [Theory]
    [InlineData("async Task<int> Main() => (await new Nightly().RunAsync()).ExitCode;")]
    [InlineData("async Task<int> Main() { var report = await new Nightly().RunAsync(); return report.ExitCode; }")]
    [InlineData("async Task Main() { _ = await new Nightly().RunAsync(); }")]
    [InlineData("async Task Main() { if ((await new Nightly().RunAsync()).ExitCode != 0) { throw new InvalidOperationException(); } }")]
    [InlineData("async Task Main() { Environment.ExitCode = await new Nightly().RunConsoleAsync(); }")]
    [InlineData("async Task<int> Main(string[] args) => await new Nightly().RunConsoleAsync(args);")]
    [InlineData("Task<int> Main() => new Site().RunConsoleAsync(new RunOptions { Forks = 2 });")]
    [InlineData("Task<int> Main(string[] args) => PlaybookProgram.RunAsync(args, PlaybookDefinition.Of<Nightly>());")]
    [InlineData("Task<RunReport<Nightly.Results>> Main() => new Nightly().RunAsync();")]
    [InlineData("async Task Main() { await Throws(() => new Nightly().RunAsync()); static Task Throws(Func<Task> run) => run(); }")]
    [InlineData("async Task Main() { var all = await Task.WhenAll(new Nightly().RunAsync(), new Nightly().RunAsync()); Console.WriteLine(all.Length); }")]
    [InlineData("async Task Main() { await new Playbooks.Testing.ScriptedHosts(\"web1\").RunAsync(new Nightly()); }")]
    public Task One_that_is_used_is_right(string main) => Rule.KeptAsync(Program(main));

    [Theory]
    [InlineData(
        "async Task Main(string[] args) { await new Nightly().RunAsync(); }",
        "async Task<int> Main(string[] args) { return await new Nightly().RunConsoleAsync(args); }")]
    [InlineData(
        "async Task Main() { await new Nightly().RunAsync(new RunOptions()); }",
        "async Task<int> Main() { return await new Nightly().RunConsoleAsync(new RunOptions()); }")]
    [InlineData(
        "async Task Main(string[] a) { await new Nightly().RunConsoleAsync(a); }",
        "async Task<int> Main(string[] a) { return await new Nightly().RunConsoleAsync(a); }")]
    public async Task The_end_of_a_Main_is_mended(string wrong, string right) => Assert.Equal(
        Program(right), await Fix.AppliedAsync(new ReturnExitCode(), "Print the run and return its exit code", Program(wrong)));

    [Theory]
    [InlineData("async Task Main() { await new Nightly().RunAsync(); Console.WriteLine(); }")]
    [InlineData("async Task Main() { if (Environment.Is64BitProcess) { return; } await new Nightly().RunAsync(); }")]
    [InlineData("async Task Other() { await new Nightly().RunAsync(); }")]
    public async Task Nothing_is_offered_elsewhere(string main) => Assert.Empty(await Fix.OfferedAsync(new ReturnExitCode(), Program(main)));

    private static string Program(string main) => $$"""
        [Playbook("all")] public partial record Nightly { public Command Work => new("true"); }
        [Playbook] public partial record Site { public Nightly First => new(); }
        public static class Program
        {
            public static {{main}}
        }
        """;
}
