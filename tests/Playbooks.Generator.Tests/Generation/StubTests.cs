using Microsoft.CodeAnalysis;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>
/// What asks for the results of a block compiles while something is wrong in the block. C# compiles no method as long as a type is missing,
/// and a compiler that stops there says nothing of the mistake.
/// </summary>
public sealed class StubTests
{
    private const string Asking = """
        [Block] public partial record Outer { public Migrate Inner => new(); public Debug Show(Migrate.Results inner) => new($"{inner.Run.Rc}"); }
        [Playbook("all")] public partial record Deploy
        {
            public Migrate Data => new();
            public IEnumerable<Migrate> More => [];
            public Outer All => new();
            public Debug Show(Migrate.Results data, IReadOnlyList<Migrate.Results> more, Outer.Results all) =>
                new($"{data.Run.Stdout} {data.Each.Count} {more.Count} {all.Inner.Run.Rc} {all.Show.Message}");
        }
        """;

    private const string Sound = "public Command Run => new(\"true\"); public IEnumerable<Command> Each => [];";

    [Theory]
    [InlineData("public Debug Show(CommandResult runn) => new(\"\");", "PB0002")]
    [InlineData("[Retry(-1)] public Command Again => new(\"true\");", "PB0007")]
    [InlineData("public Command run => new(\"true\");", "PB0018")]
    [InlineData("public Command GetType => new(\"true\");", "PB0018")]
    [InlineData("public static Command Static => new(\"true\");", "PB0020")]
    [InlineData("public Migrate Again => new();", "PB0030")]
    public async Task The_mistake_alone_is_reported(string mistake, string rule)
    {
        var run = GeneratorRun.Of(UserProgram.Library($"[Block] public partial record Migrate {{ {Sound} {mistake} }}\n{Asking}"), "CS0108");
        Assert.Equal([rule], (await run.AnalyzeAsync()).Select(problem => problem.Id).Distinct());
    }

    /// <summary>C# says of a part that is no <c>partial</c> what is missing, and where: on the command line that is all there is.</summary>
    [Theory]
    [InlineData("public record Migrate", "", "CS0260")]
    [InlineData("public class Migrate", "", "CS0260")]
    [InlineData("public partial class Migrate", "")]
    [InlineData("public partial struct Migrate", "", "CS0592")]
    [InlineData("public static class Parts { [Block] public partial record Migrate", "}", "CS0260")]
    public async Task So_it_is_of_a_type_that_can_be_no_block(string declaration, string end, params string[] said)
    {
        var asking = end.Length == 0 ? Asking : Asking.Replace("Migrate", "Parts.Migrate", StringComparison.Ordinal);
        var run = GeneratorRun.Of(UserProgram.Library($"{(end.Length == 0 ? "[Block] " : "")}{declaration} {{ {Sound} }} {end}\n{asking}"), said);
        Assert.Equal(["PB0001"], (await run.AnalyzeAsync()).Select(problem => problem.Id).Distinct());
    }

    [Fact]
    public async Task A_generic_block_and_one_in_a_class_and_one_that_derives_from_one_have_theirs_too()
    {
        var run = GeneratorRun.Of("""
            namespace Company;

            public static partial class Parts
            {
                [Block] public partial record Base<T>(T Value) { public Command Run => new("true"); public Debug Show(Debug wrong) => new($"{wrong}"); }
                [Block] public partial record Derived : Base<int> { public Derived() : base(1) { } public Command Last => new("true"); }
            }

            [Playbook("all")] public partial record Deploy
            {
                public Parts.Base<string> One => new("x");
                public Parts.Derived Two => new();
                public Debug Tell(Parts.Base<string>.Results one, Parts.Derived.Results two) => new($"{one.Run.Rc} {two.Run.Rc} {two.Last.Rc}");
            }
            """);
        Assert.Equal(["PB0002"], (await run.AnalyzeAsync()).Select(problem => problem.Id).Distinct());
    }

    [Fact]
    public async Task A_block_of_the_name_of_its_results_is_reported_as_before() => Assert.Equal(
        ["The name 'Results' is already in use: the generated record with the block's results has that name; choose another name"],
        await Rule.BrokenAsync("PB0018", "[Block] public partial record Migrate { public Command [|Results|] => new(\"true\"); }"));
}
