using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0001Tests
{
    private const string Member = """public Command Backup => new("true");""";

    [Fact]
    public Task A_partial_record_is_right() => Rule.KeptAsync($$"""
        [Playbook("all")] public partial record Nightly { {{Member}} }
        [Playbook("all")] internal sealed partial record Weekly() { {{Member}} }
        public static partial class Outer { internal partial struct Inner { [Playbook("all")] public partial record Nested { {{Member}} } } }
        """);

    [Theory]
    [InlineData("public record [|Nightly|]")]
    [InlineData("public partial class [|Nightly|]")]
    [InlineData("public class [|Nightly|]")]
    public async Task Anything_else_is_not(string declaration)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0001", $$"""[Playbook("all")] {{declaration}} { {{Member}} }"""));
        Assert.Equal("'Nightly' cannot be a playbook: make it a 'partial record'", message);
    }

    [Theory]
    [InlineData("public partial record [|Nightly|]<T>", "it cannot be generic, for nobody would say of what; make what differs a variable")]
    [InlineData("public abstract partial record [|Nightly|]", "it is abstract; put [Playbook] on the records that derive from it")]
    [InlineData("file partial record [|Nightly|]", "it is local to its file; take 'file' away")]
    public async Task A_record_that_the_program_cannot_make_is_told_why(string declaration, string reason)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0001", $$"""[Playbook("all")] {{declaration}} { {{Member}} }"""));
        Assert.Equal($"'Nightly' cannot be a playbook: {reason}", message);
    }

    [Fact]
    public async Task A_private_record_is_not_seen_by_the_program()
    {
        var message = Assert.Single(await Rule.BrokenAsync(
            "PB0001", $$"""public partial class Outer { [Playbook("all")] private partial record [|Nightly|] { {{Member}} } }"""));
        Assert.Equal("'Nightly' cannot be a playbook: the program cannot see it; make it public or internal", message);
    }

    [Theory]
    [InlineData("public class [|Outer|]", "make 'Outer' around it partial")]
    [InlineData("public partial class [|Outer|]<T>", "move it out of 'Outer', which is generic")]
    [InlineData("file partial class [|Outer|]", "'Outer' around it is local to its file; take 'file' away")]
    public async Task The_types_around_it_must_be_able_to_hold_it(string container, string reason)
    {
        var message = Assert.Single(await Rule.BrokenAsync(
            "PB0001", $$"""{{container}} { [Playbook("all")] public partial record Nightly { {{Member}} } }"""));
        Assert.Equal($"'Nightly' cannot be a playbook: {reason}", message);
    }

    [Fact]
    public async Task Constructors_alone_leave_the_variables_unknown()
    {
        var message = Assert.Single(await Rule.BrokenAsync(
            "PB0001", $$"""[Playbook("all")] public partial record [|Nightly|] { public Nightly(string dir) => _ = dir; {{Member}} }"""));
        Assert.EndsWith("its variables are unknown; give it a primary constructor, or one without parameters", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[HostVars] public record [|Database|](int Port)", "make it a 'partial record'")]
    [InlineData("[HostVars] public abstract partial record [|Database|](int Port)", "it is abstract; put [HostVars] on the records that derive from it")]
    [InlineData("[HostVars, Block] public partial record [|Database|](int Port)", "it has tasks; take [HostVars] away, and give it a record of its own")]
    public async Task Variables_of_hosts_are_a_partial_record_too(string declaration, string reason)
    {
        var message = (await Rule.BrokenAsync("PB0001", $"{declaration};"))[0];
        Assert.EndsWith($": {reason}", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_broken_record_the_playbook_that_asks_says_nothing_more() => Assert.Equal(
        ["'Database' cannot be a record of host variables: make it a 'partial record'"],
        await Rule.BrokenAsync("PB0001", """
            [HostVars] public record [|Database|](int Port);
            [Playbook("all")] public partial record Nightly { public Debug Show(Database database) => new($"{database.Port}"); }
            """));
}
