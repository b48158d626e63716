using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Snapshots;

/// <summary>The patterns of the article, as the language's page writes them.</summary>
public sealed class SeedPatternTests
{
    [Fact]
    public void Polling() => Snapshot.Verify(GeneratorRun.Of("""
        /// <summary>Backs the databases up.</summary>
        /// <param name="ScriptDir">Where the scripts are.</param>
        [Playbook("databases")]
        public partial record NightlyBackup(string ScriptDir = "/opt/scripts")
        {
            /// <summary>Writes a full dump.</summary>
            [Async(3600, Poll = 30)]
            public Command Backup(Host host) => new($"{ScriptDir}/full-backup.sh {host.Name}");

            public Debug Show(CommandResult backup) => new($"Backup completed: {backup.Stdout}");
        }
        """));

    [Fact]
    public void Starting_and_checking_back() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("app_servers")]
        public partial record ProcessData
        {
            [Async(7200, Poll = 0)]
            public Command DataJob => new("/opt/app/process-data.sh");

            public Copy Config => new("new-config.yml", "/etc/myapp/config.yml");
            public Copy Code => new("app-v2.tar.gz", "/opt/app/");

            [Retry(120, Delay = 60)]
            public Wait<CommandResult> DataDone(Job<CommandResult> dataJob) => new(dataJob);
        }
        """));

    [Fact]
    public void Upgrading() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("all", Become = true)]
        public partial record Upgrade
        {
            [Async(1800, Poll = 60)]
            public Command Packages => new("apt-get -y dist-upgrade");

            public Stat RebootFlag => new("/var/run/reboot-required");

            public Command? RebootIfNeeded(StatResult rebootFlag) => rebootFlag.Exists ? new("reboot") : null;
        }
        """));

    [Fact]
    public void Independent_jobs() => Snapshot.Verify(GeneratorRun.Of("""
        namespace Company.Deployment;

        [Playbook("app_servers")]
        public partial record Build
        {
            [Async(600, Poll = 0)] public Command Frontend => new("/opt/app/build-frontend.sh");
            [Async(600, Poll = 0)] public Command Backend => new("/opt/app/build-backend.sh");
            [Async(600, Poll = 0), RunOnce] public Command Migration => new("/opt/app/migrate.sh");

            public Debug Done(CommandResult frontend, CommandResult backend, CommandResult migration) =>
                new($"built in {frontend.Duration}, {backend.Duration}, {migration.Duration}");
        }
        """));

    [Fact]
    public void Handling_failures() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("app_servers")]
        public partial record Risky
        {
            [Async(1800, Poll = 0)]
            public Command Operation => new("/opt/scripts/risky-operation.sh");

            [ChangedWhen(false)]
            public Command OtherWork => new("echo other work");

            [Retry(90, Delay = 20), FailedWhen(false)]
            public Wait<CommandResult> Outcome(Job<CommandResult> operation) => new(operation);

            public Debug? HandleFailure(CommandResult outcome) =>
                outcome.Rc != 0 ? new($"Operation failed: {outcome.Stderr}") : null;

            public Command? Proceed(CommandResult outcome) => outcome.Rc == 0 ? new("/opt/scripts/next-step.sh") : null;
        }
        """));

    [Fact]
    public void A_loop_of_jobs() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("localhost")]
        public partial record HealthChecks(IReadOnlyList<string> Services)
        {
            [Async(120, Poll = 0)]
            public IEnumerable<Command> Checks => Services.Select(s => new Command($"curl -f http://{s:raw}:8080/health") { Label = s });

            [Retry(12, Delay = 10)]
            public IEnumerable<Wait<CommandResult>> Answers(IReadOnlyList<Job<CommandResult>> checks) => checks.Select(Wait.For);
        }
        """));

    [Fact]
    public void Cleaning_up() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("all")]
        public partial record CleanUp
        {
            [ChangedWhen(false), IgnoreErrors]
            public CleanJobs Old => new() { OlderThan = TimeSpan.FromDays(1) };
        }
        """));
}
