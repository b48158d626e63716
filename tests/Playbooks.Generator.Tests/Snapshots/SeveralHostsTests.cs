using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Snapshots;

/// <summary>What is said of how hosts go through a playbook together.</summary>
public sealed class SeveralHostsTests
{
    [Fact]
    public void What_a_lost_host_may_not_give_is_nullable() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("web")]
        public partial record Probe
        {
            [IgnoreUnreachable, Timeout(30)]
            public Command Uptime => new("uptime");

            [IgnoreUnreachable]
            public IEnumerable<Command> Each => [new("one"), new("two")];

            public Debug Show(CommandResult? uptime, IReadOnlyList<CommandResult>? each) => new($"{uptime?.Stdout} {each?.Count}");
        }
        """));

    [Fact]
    public void The_order_over_hosts_stands_in_the_outline() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("web", Strategy = Strategy.Free, Serial = new object[] { 1, "25%" }, MaxFailPercentage = 20, AnyErrorsFatal = true)]
        public partial record Deploy
        {
            [Throttle(4), DelegateTo("mirror")]
            public Command Fetch => new("fetch");
        }
        """));
}
