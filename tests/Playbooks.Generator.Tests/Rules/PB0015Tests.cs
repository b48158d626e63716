using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0015Tests
{
    private const string Advice =
        "add a default, or use a type that can be read from text (string, a number, bool, an enum, TimeSpan, a type that implements IParsable, " +
        "or an IReadOnlyList of one of these)";

    [Theory]
    [InlineData("string A, int B, decimal C, bool D, TimeSpan E, DayOfWeek Day, Guid G")]
    [InlineData("string? A, int? B, DayOfWeek? Day")]
    [InlineData("IReadOnlyList<string> A, IEnumerable<int> B, TimeSpan[] C, IReadOnlyCollection<DayOfWeek> D")]
    [InlineData("object? A = null, Uri? B = null, CancellationToken C = default")]
    public Task A_variable_that_the_command_line_can_read_or_that_has_a_default_is_accepted(string parameters) =>
        Rule.KeptAsync($$"""[Playbook("all")] public partial record Nightly({{parameters}}) { public Command Work => new("true"); }""");

    [Theory]
    [InlineData("object [|A|]")]
    [InlineData("Func<string> [|A|]")]
    [InlineData("List<string> [|A|]")]
    [InlineData("Command [|A|]")]
    [InlineData("IReadOnlyList<int?> [|A|]")]
    public async Task Anything_else_needs_a_default(string parameters) => Assert.Equal(
        [$"The variable 'A' has no default and cannot be set on the command line: {Advice}"],
        await Rule.BrokenAsync("PB0015", $$"""[Playbook("all")] public partial record Nightly({{parameters}});"""));

    [Fact]
    public async Task So_does_what_the_record_requires() => Assert.Equal(
        [
            $"The variable 'A' has no default and cannot be set on the command line: {Advice}",
            "The variable 'B' has no default and cannot be set on the command line: make the property and its 'init' public",
        ],
        await Rule.BrokenAsync("PB0015", """
            [Playbook("all")]
            internal partial record Nightly
            {
                public required object [|A|] { get; init; }
                internal required string [|B|] { get; init; }
            }
            """));

    [Fact]
    public async Task So_does_what_an_inventory_must_give() => Assert.Equal(
        [$"The variable 'A' has no default and cannot be set in an inventory: {Advice}"],
        await Rule.BrokenAsync("PB0015", "[HostVars] public partial record Database(object [|A|], int Port, string List);"));
}
