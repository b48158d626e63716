using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0010Tests
{
    [Fact]
    public async Task A_wait_that_gives_up_before_the_limit_is_reported() => Assert.Equal(
        ["[Retry] checks 10 times, every 60 s, and gives up after 600 s, but the job of 'Job' may run for 7200 s: " +
        "write 120 retries in [Retry], or remove [Retry] to wait until the job's limit"],
        await Rule.BrokenAsync("PB0010", Playbook("[[|Retry(10, Delay = 60)|]]")));

    [Theory]
    [InlineData("[Retry(120, Delay = 60)]")]
    [InlineData("[Retry(1440)]")]
    [InlineData("")]
    public Task Waiting_long_enough_is_right(string attribute) => Rule.KeptAsync(Playbook(attribute));

    [Fact]
    public Task A_loop_of_waits_is_judged_alike() => Rule.BrokenAsync("PB0010", """
        [Playbook("all")]
        public partial record Nightly
        {
            [Async(120, Poll = 0)] public IEnumerable<Command> Checks => [new("true")];
            [[|Retry(11, Delay = 10)|]] public IEnumerable<Wait<CommandResult>> Answers(IReadOnlyList<Job<CommandResult>> checks) => checks.Select(Wait.For);
        }
        """);

    private static string Playbook(string attribute) => $$"""
        [Playbook("all")]
        public partial record Nightly
        {
            [Async(7200, Poll = 0)] public Command Job => new("true");
            {{attribute}} public Wait<CommandResult> Done(Job<CommandResult> job) => new(job);
        }
        """;
}
