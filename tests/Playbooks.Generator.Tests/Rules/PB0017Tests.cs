using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0017Tests
{
    [Theory]
    [InlineData("[Playbook(\"all\")]")]
    [InlineData("[Block]")]
    public async Task A_rescue_from_nothing_never_runs(string attribute)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0017", $$"""
            {{attribute}} public partial record Nightly { [[|Rescue|]] public Command Mend => new("true"); [Always] public Command Clean => new("true"); }
            """));
        Assert.Equal("The task 'Mend' never runs: no task stands before it that could fail", message);
    }

    [Fact]
    public Task One_that_has_something_to_rescue_from_may_run() => Rule.KeptAsync("""
        [Playbook("all")] public partial record Nightly { public Command Work => new("true"); [Rescue] public Command Mend => new("true"); }
        [Playbook("all")] public partial record Weekly { [Always] public Command Clean => new("true"); }
        """);
}
