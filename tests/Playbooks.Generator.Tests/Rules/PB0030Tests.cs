using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0030Tests
{
    [Theory]
    [InlineData("Part")]
    [InlineData("Part?")]
    [InlineData("IEnumerable<Part>")]
    public async Task A_block_does_not_run_itself(string type)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0030", $$"""
            [Block] public partial record Part { public {{type}} [|Again|] => throw new NotSupportedException(); }
            """));
        Assert.Equal("The task 'Again' would run the block 'Part' inside itself without end: return another block", message);
    }

    [Fact]
    public async Task A_block_does_not_run_itself_through_another_block() => Assert.Equal(2, (await Rule.BrokenAsync("PB0030", """
        [Block] public partial record One { public Two [|Next|] => new(); }
        [Block] public partial record Two { public One [|Next|] => new(); }
        """)).Count);

    [Fact]
    public Task Many_may_run_the_same_one() => Rule.KeptAsync("""
        [Block] public partial record Part { public Command Work => new("true"); }
        [Block] public partial record Two { public Part First => new(); public IEnumerable<Part> More => [new(), new()]; }
        [Playbook("all")] public partial record Nightly { public Two Both => new(); public Part Again => new(); }
        """);
}
