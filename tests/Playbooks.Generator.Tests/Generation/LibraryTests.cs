using Microsoft.CodeAnalysis;
using Playbooks.Generator.Tests.Harness;
using Playbooks.Generator.Tests.Semantics;
using Playbooks.Testing;

namespace Playbooks.Generator.Tests.Generation;

/// <summary>What a team keeps in a library of its own: playbooks, sites and blocks, which programs run by referencing it.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class LibraryTests
{
    private const string Library = """
        namespace Company;

        [Block]
        public partial record Migration(string Version)
        {
            [Async(600, Poll = 0, AtEnd = AtEnd.Join)] public Command Warm => new("warm");
            public Command Run => new($"migrate {Version}");
            [Rescue] public Command RollBack(Failure failure) => new($"roll-back {failure.Task}");
        }

        [Playbook("db")]
        public partial record Databases(string Version)
        {
            public Migration Data => new(Version);
            public Command Report(Migration.Results data) => new($"report {data.Run?.Rc} {data.Warm?.Rc}");
        }

        [Playbook]
        public partial record Backend(string Version) { public Databases Databases => new(Version); }
        """;

    private const string Program = """
        [Playbook("web")] public partial record Web
        {
            public Company.Migration Assets => new("assets");
            public Command Deploy(Company.Migration.Results assets) => new($"deploy {assets.Run?.Rc}");
        }

        [Playbook] public partial record Everything(string Version)
        {
            public Company.Backend Backend => new(Version);
            public Company.Databases Again => new("again");
            public Web Web => new();
        }

        public static class Probe
        {
            public static async Task<int> Run(Playbooks.Testing.ScriptedHosts hosts) => (await hosts.RunAsync(new Everything("7"))).ExitCode;
        }
        """;

    [Fact]
    public async Task A_site_runs_playbooks_sites_and_blocks_of_a_library()
    {
        var library = UserProgram.Compiled(Library);
        var program = LoadedProgram.Of(GeneratorRun.Of(UserProgram.Library(Program).AddReferences(MetadataReference.CreateFromImage(library))), library);
        var hosts = new ScriptedHosts("[db]", "d1", "[web]", "w1").When("migrate again", rc: 3);

        var exitCode = await program.Call<Task<int>>("Probe", "Run", hosts);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["d1 migrate 7", "d1 report 0 0", "d1 migrate again", "d1 roll-back Run", "d1 report 3 0", "w1 migrate assets", "w1 deploy 0"],
            hosts.Log.Where(line => !line.Contains(" warm", StringComparison.Ordinal)));
        Assert.Contains(hosts.Finished, finished => finished.Task.Path == "Backend.Databases.Data.Run");
    }
}
