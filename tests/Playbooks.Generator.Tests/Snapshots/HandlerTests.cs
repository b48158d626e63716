using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Snapshots;

/// <summary>Handlers, and who notifies them.</summary>
public sealed class HandlerTests
{
    [Fact]
    public void Handlers_of_a_playbook_and_of_a_block() => Snapshot.Verify(GeneratorRun.Of("""
        [Block]
        public partial record Site(string Name)
        {
            [Notify(nameof(Reload))]
            public Command Files => new($"/opt/site/files {Name}");

            [Handler]
            public Command Reload => new($"/opt/site/reload {Name}");
        }

        [Playbook("web")]
        public partial record Deploy
        {
            [Notify(nameof(Restart)), Notify(nameof(Warm))]
            public Copy Config => new("app.conf", "/etc/app.conf");

            [Async(600, Poll = 0, AtEnd = AtEnd.Join), Notify(nameof(Warm))]
            public Command Build => new("/opt/app/build");

            public FlushHandlers Flush => new();

            public Site Blog => new("blog");

            /// <summary>Takes the new settings.</summary>
            [Handler, Notify(nameof(Tell))]
            public Command Restart(Host host, CopyResult? config) => new($"/opt/app/restart {host.Name} {config?.Changed}");

            [Handler, Async(600, Poll = 0, AtEnd = AtEnd.Leave)]
            public Command Warm(CommandResult? build) => new($"/opt/app/warm {build?.Stdout}");

            [Handler, When(nameof(IsBuilt)), After(nameof(Build))]
            public Debug? Tell(Site.Results? blog) => new($"{blog?.Files.Rc}");

            private static bool IsBuilt(CommandResult? build) => build?.Rc == 0;
        }
        """));
}
