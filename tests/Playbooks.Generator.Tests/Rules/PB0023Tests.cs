using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0023Tests
{
    [Theory]
    [InlineData("[Rescue]", "", "[Rescue]")]
    [InlineData("[Always]", "", "[Always]")]
    [InlineData("[Always]", "[Rescue]", "[Always]")]
    public async Task The_parts_of_a_record_stand_in_their_order(string before, string after, string earlier)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0023", $$"""
            [Playbook("all")]
            public partial record Nightly
            {
                public Command Work => new("true");
                {{before}} public Command Before => new("true");
                {{after}} public Command [|After|] => new("true");
            }
            """));
        Assert.Equal(
            $"The task 'After' comes after {earlier} tasks: ordinary tasks come first, then [Rescue] tasks, then [Always] tasks; move the task up", message);
    }

    [Fact]
    public Task Several_of_each_may_follow_each_other() => Rule.KeptAsync("""
        [Block]
        public partial record Part
        {
            public Command One => new("true");
            public Command Two => new("true");
            [Rescue] public Command Three => new("true");
            [Rescue] public Command Four => new("true");
            [Always] public Command Five => new("true");
            [Always] public Command Six => new("true");
        }
        """);

    [Fact]
    public Task Handlers_have_an_order_of_their_own_and_may_stand_anywhere() => Rule.KeptAsync("""
        [Playbook("all")]
        public partial record Nightly
        {
            [Handler] public Command First => new("true");
            [Notify(nameof(First))] public Command Work => new("true");
            [Handler] public Command Second => new("true");
            [Rescue, Notify(nameof(Second))] public Command Mend => new("true");
            [Handler] public Command Third => new("true");
            [Always, Notify(nameof(Third))] public Command Clean => new("true");
            [Handler] public Command Fourth => new("true");
            [Always, Notify(nameof(Fourth))] public Command Tell => new("true");
        }
        """);
}
