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

            public Shell Config => new("true");
            public Shell Code => new("true");

            [Retry(120, Delay = 60)]
            public Wait<CommandResult> DataDone(Job<CommandResult> dataJob) => new(dataJob);
        }
        """));
}
