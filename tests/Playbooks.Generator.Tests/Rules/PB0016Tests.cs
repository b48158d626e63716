using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0016Tests
{
    [Theory]
    [InlineData("Part")]
    [InlineData("Part?")]
    [InlineData("IEnumerable<Part>")]
    public async Task A_block_cannot_be_a_job(string type)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0016", Source($"[[|Async(600)|]] public {type} All => throw new NotSupportedException();")));
        Assert.Equal(
            "The block 'Part' runs its tasks one by one from the controller, so it cannot be a job: " +
            "write [Parallel] to run the block beside the tasks that follow, or put [Async] on the slow tasks of the block",
            message);
    }

    [Fact]
    public Task Its_tasks_can() => Rule.KeptAsync("""
        [Block] public partial record Part { [Async(600)] public Command Work => new("true"); }
        [Playbook("all")] public partial record Nightly { public Part All => new(); }
        """);

    private static string Source(string task) => $$"""
        [Block] public partial record Part { public Command Work => new("true"); }
        [Playbook("all")] public partial record Nightly { {{task}} }
        """;
}
