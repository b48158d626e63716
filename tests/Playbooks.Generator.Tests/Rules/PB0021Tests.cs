using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0021Tests
{
    [Fact]
    public async Task Without_annotations_nobody_sees_what_may_be_skipped() => Assert.Equal(
        [
            "Nullable annotations are off at 'Backup', so the compiler cannot see whether this member may return null: " +
            "write '#nullable enable' above it, or <Nullable>enable</Nullable> in the project"
        ],
        await Rule.BrokenAsync("PB0021", """
            #nullable disable
            [Playbook("all")]
            public partial record Nightly
            {
                public Command [|Backup|] => new("true");
            #nullable enable
                public Debug Show(CommandResult backup) => new(backup.Stdout);
            }
            """));

    [Fact]
    public Task Helpers_may_be_without() => Rule.KeptAsync("""
        [Playbook("all")]
        public partial record Nightly
        {
            public Command Backup => new($"{Name}");
        #nullable disable
            private static string Name => null;
        #nullable enable
        }
        """);
}
