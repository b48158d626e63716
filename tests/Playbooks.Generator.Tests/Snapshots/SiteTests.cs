using Playbooks.Generated;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Snapshots;

/// <summary>Sites: playbooks whose members are playbooks.</summary>
public sealed class SiteTests
{
    [Fact]
    public void Playbooks_and_a_site_within_a_site() => Snapshot.Verify(GeneratorRun.Of("""
        [Playbook("databases")]
        public partial record Databases(string Version)
        {
            public Command Upgrade => new($"/opt/db/upgrade {Version}");
        }

        [Playbook]
        public partial record Data(string Version)
        {
            public Databases Databases => new(Version);
        }

        /// <summary>Everything.</summary>
        [Playbook, Tags("site")]
        public partial record Site(string Version, bool Again = false)
        {
            /// <summary>First the data.</summary>
            [Name("All data"), Tags("data")]
            public Data Data => new(Version);

            public Databases? More() => Again ? new(Version) : null;
        }
        """));

    [Fact]
    [Language("M6")]
    public void A_site_says_which_playbooks_it_runs()
    {
        var info = LoadedProgram.Of("""
            [Playbook("databases")] public partial record Databases { public Command Upgrade => new("true"); }
            public abstract record Base { public Databases First => new(); public virtual Databases? Second => null; }
            [Playbook] public partial record Site : Base { public Databases Third => new(); public override Databases? Second => new(); }
            public static class Probe { public static global::Playbooks.Generated.PlaybookInfo Info() => PlaybookDefinition.Of<Site>().Info; }
            """).Call<PlaybookInfo>("Probe", "Info");
        Assert.Equal("site", info.Name);
        Assert.Equal(["First", "Second", "Third"], info.Tasks.Select(task => task.Member));
        Assert.Equal([false, true, false], info.Tasks.Select(task => task.IsConditional));
        Assert.All(info.Tasks, task => Assert.Equal("databases", Assert.IsType<PlaybookInfo>(task.Block).Pattern));
    }
}
