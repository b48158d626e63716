using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Snapshots;

/// <summary>What is said of how hosts go through a playbook together.</summary>
public sealed class SeveralHostsTests
{
    [Fact]
    [Language("A22")]
    public void A_result_that_a_lost_host_may_not_have_is_nullable() => Snapshot.Verify(GeneratorRun.Of("""
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
    public void The_results_of_all_hosts_are_collected_for_each_task_that_asks() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("web")]
        public partial record Survey
        {
            public Command Version => new("version");

            [Async(600, Poll = 0)]
            public Command Build => new("build");

            [Async(600, Poll = 0)]
            public IEnumerable<Command> Each => [new("one"), new("two")];

            public Debug Show(AcrossHosts<CommandResult> version, AcrossHosts<CommandResult> build, AcrossHosts<IReadOnlyList<CommandResult>> each) =>
                new($"{version.Hosts.Count} {build.Hosts.Count} {each.Hosts.Count}");

            [When(nameof(AreMany))]
            public Command Report(AcrossHosts<CommandResult> version) => new($"report {version.Hosts.Count}");

            private bool AreMany(AcrossHosts<CommandResult> version) => version.Hosts.Count > 1;
        }
        """));

    [Fact]
    [Language("R8")]
    public void Variables_of_hosts_are_typed() => Snapshot.Verify(GeneratorRun.Of("""
        namespace Company;

        public static partial class Hosts
        {
            /// <param name="Port">Where it listens.</param>
            [HostVars]
            public partial record Database(int Port = 5432, string? PrimaryName = null, bool Verify = true)
            {
                public required IReadOnlyList<string> Schemas { get; init; }

                public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
            }
        }

        [Playbook("databases")]
        public partial record Dump
        {
            [When(nameof(IsPrimary))]
            public Command All(Hosts.Database database) => new($"pg_dump --port {database.Port} {database.Schemas}");

            private static bool IsPrimary(Host host, Hosts.Database database) => database.PrimaryName == host.Name;
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

    [Fact]
    public void A_host_is_asked_for_its_facts_where_a_task_asks() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("web")]
        public partial record Adapted
        {
            [When(nameof(IsDebian))]
            public Command Upgrade(Facts facts) => new($"{facts.PackageManager} upgrade");

            public Debug Show(Facts facts, Host host) => new($"{host.Name} {facts.Kernel}");

            private bool IsDebian(Facts facts) => facts.IsLike("debian");
        }
        """));
}
