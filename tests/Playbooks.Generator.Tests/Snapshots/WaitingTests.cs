using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Snapshots;

/// <summary>Where the generated code waits, and what it does with what it waited for.</summary>
public sealed class WaitingTests
{
    [Fact]
    [Language("A12")]
    public void Conditions_are_judged_before_a_task_waits() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("all")]
        public partial record Deploy
        {
            [Async(600, Poll = 0)] public Command Frontend => new("build-frontend");
            [Async(600, Poll = 0)] public Command Backend => new("build-backend");
            [Async(600, Poll = 0)] public Command Init => new("init");

            /// <summary>Only where there is something to clear.</summary>
            [When(nameof(IsCached)), After(nameof(Init))]
            public Command ClearCache(Host host, CommandResult frontend) => new($"clear {host.Name} {frontend.Stdout}");

            [When(nameof(IsDebian))]
            public Debug Packages => new("Debian");

            public Debug Show(CommandResult frontend, CommandResult? clearCache, DebugResult? packages) =>
                new($"{frontend.Stdout} {clearCache?.Stdout} {packages?.Text}");

            [When(nameof(IsCached))]
            public Debug Again(CommandResult frontend, CommandResult backend) => new($"{frontend.Stdout} {backend.Stdout}");

            [After(nameof(Init)), After(nameof(Frontend))]
            public Debug Last => new("done");

            private static bool IsDebian(Host host) => host.Groups.Contains("debian");
            private static bool IsCached(CommandResult backend) => backend.Rc == 0;
        }
        """));

    [Fact]
    public void A_branch_is_joined_when_its_result_is_used() => Snapshot.Verify(GeneratorRun.Of("""
        [Block]
        public partial record Filling(string Name)
        {
            public Command Load => new($"load {Name}");
        }

        [Playbook("all")]
        public partial record Deploy(bool Force = false)
        {
            [Parallel] public Filling Cache => new("cache");
            [Parallel(Max = 3), When(nameof(Force))] public IEnumerable<Command> Sweeps => [];
            [Parallel] public Command? Probe => Force ? new("probe") : null;

            [When(nameof(Force))]
            public Debug Maybe(Filling.Results cache) => new($"{cache.Load.Rc}");

            [After(nameof(Sweeps))]
            public Debug Show(Filling.Results cache, CommandResult? probe) => new($"{cache.Load.Rc} {probe?.Rc}");
        }
        """));

    [Fact]
    [Language("M2", "M5", "P8", "F13")]
    public void A_task_that_may_be_skipped_is_waited_for_if_it_has_started() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("all")]
        public partial record Maybe(bool Force = false)
        {
            [Async(600, Poll = 0)] public Command? Nullable => Force ? new("run") : null;
            [Async(600, Poll = 0), When(nameof(Force))] public Command Conditional => new("run");
            [Async(600, Poll = 0), When(nameof(Force))] public Command? Both => Force ? new("run") : null;
            [Async(600, Poll = 0)] public IEnumerable<Command> Loop => [];
            [Async(600, Poll = 0), When(nameof(Force))] public IEnumerable<Command> ConditionalLoop => [];

            public Debug Show(
                CommandResult? nullable,
                CommandResult? conditional,
                CommandResult? both,
                IReadOnlyList<CommandResult> loop,
                IReadOnlyList<CommandResult>? conditionalLoop) => new($"{nullable} {conditional} {both} {loop} {conditionalLoop}");
        }
        """));
}
