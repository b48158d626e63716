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
        Assert.Equal(
            "The task 'Mend' never runs: no ordinary task comes before this [Rescue] task; write an ordinary task above it, or remove [Rescue]",
            message);
    }

    [Theory]
    [InlineData("[Playbook(\"all\")]")]
    [InlineData("[Block]")]
    public async Task A_handler_that_nothing_notifies_never_runs(string attribute) => Assert.Equal(
        ["The task 'Restart' never runs: no task notifies this handler; put [Notify(nameof(Restart))] on each task that should notify the handler"],
        await Rule.BrokenAsync("PB0017", $$"""
            {{attribute}} public partial record Nightly
            {
                [Notify(nameof(Reload))] public Command Config => new("true");
                [Handler] public Command Reload => new("true");
                [[|Handler|]] public Command Restart => new("true");
            }
            """));

    [Fact]
    public Task A_handler_of_a_base_record_may_be_notified_by_what_derives_from_it() => Rule.KeptAsync("""
        public abstract record Base { [Handler] public Command Restart => new("true"); }
        [Playbook("all")] public partial record Nightly : Base { [Notify(nameof(Restart))] public Command Config => new("true"); }
        """);

    [Fact]
    public Task One_that_has_something_to_rescue_from_may_run() => Rule.KeptAsync("""
        [Playbook("all")] public partial record Nightly { public Command Work => new("true"); [Rescue] public Command Mend => new("true"); }
        [Playbook("all")] public partial record Weekly { [Always] public Command Clean => new("true"); }
        """);
}
