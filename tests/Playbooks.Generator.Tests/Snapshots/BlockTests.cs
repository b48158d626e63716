using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Snapshots;

/// <summary>Blocks, and what runs after a failure.</summary>
public sealed class BlockTests
{
    [Fact]
    [Language("A16", "F19")]
    public void A_block_with_a_rescue_and_the_playbook_that_uses_it() => Snapshot.Verify(GeneratorRun.Of("""
        /// <summary>Migrates the data.</summary>
        [Block]
        public partial record Migrate(string Version)
        {
            [Async(600, Poll = 0, AtEnd = AtEnd.Cancel)]
            public Command Warm => new("/opt/app/warm-cache.sh");

            /// <summary>Moves the data to the new shape.</summary>
            [Async(1800, Poll = 30)]
            public Command Run => new($"/opt/app/migrate.sh {Version}");

            [Rescue]
            public Command RollBack(Failure failure, CommandResult? run, CommandResult? warm) => new($"/opt/app/rollback.sh {failure.Task} {run?.Rc} {warm?.Rc}");

            [Rescue(Unreachable = true), When(nameof(IsBroken))]
            public Debug Tell(CommandResult? rollBack, CommandResult? warm) => new($"{rollBack?.Rc} {warm?.Rc}");

            [Always]
            public Command Unlock(Failure? failure) => new($"/opt/app/unlock.sh {failure?.Message}");

            private bool IsBroken(CommandResult? run) => run?.Rc > 1;
        }

        [Playbook("databases")]
        public partial record Deploy(string Version, bool Again = false)
        {
            public Migrate Migration => new(Version);

            [When(nameof(Again))]
            public Migrate Second(Migrate.Results migration) => new($"{Version}-{migration.Unlock.Rc}");

            public Migrate? Third => Again ? new("3") : null;

            public IEnumerable<Migrate> Loop => [];

            public Debug Show(Migrate.Results? second, Migrate.Results? third, IReadOnlyList<Migrate.Results> loop) =>
                new($"{second?.Run?.Rc} {third?.Unlock.Rc} {loop.Count}");
        }
        """));

    [Fact]
    [Language("R7", "F19")]
    public void A_generic_block_that_always_cleans_up() => Snapshot.Verify(GeneratorRun.Of("""
        namespace Company;

        [Block]
        internal sealed partial record Stage<T>(T What)
            where T : notnull
        {
            [Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
            public IEnumerable<Command> Jobs => [];

            [Async(600, Poll = 0)]
            public Command Build => new($"build {What}");

            [Always]
            public Command Clean(CommandResult? build) => new($"clean {build?.Rc}");
        }
        """));
}
