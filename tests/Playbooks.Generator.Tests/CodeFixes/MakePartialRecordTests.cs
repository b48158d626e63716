using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.CodeFixes;

public sealed class MakePartialRecordTests
{
    [Theory]
    [InlineData("public record Nightly", "public partial record Nightly")]
    [InlineData("public partial class Nightly", "public partial record Nightly")]
    [InlineData("class Nightly()", "partial record Nightly()")]
    [InlineData("/* kept */ internal sealed class Nightly", "/* kept */ internal sealed partial record Nightly")]
    public async Task A_playbook_becomes_a_partial_record(string wrong, string right) => Assert.Equal(
        Playbook(right), await Fix.AppliedAsync(new MakePartialRecord(), "Make 'Nightly' a partial record", Playbook(wrong)));

    [Fact]
    public async Task So_do_all_its_parts() => Assert.Equal(
        Playbook("public partial record Nightly") + "\npartial record Nightly { }",
        await Fix.AppliedAsync(
            new MakePartialRecord(), "Make 'Nightly' a partial record", Playbook("public partial class Nightly") + "\npartial class Nightly { }"));

    [Fact]
    public async Task A_type_around_it_becomes_partial() => Assert.Equal(
        $"public static partial class Outer {{ {Playbook("public partial record Nightly")} }}",
        await Fix.AppliedAsync(
            new MakePartialRecord(), "Make 'Outer' partial", $"public static class Outer {{ {Playbook("public partial record Nightly")} }}"));

    [Theory]
    [InlineData("public abstract partial record Nightly")]
    [InlineData("public partial record Nightly<T>")]
    [InlineData("public class Nightly : EventArgs")]
    public async Task Nothing_is_offered_where_that_would_not_be_enough(string declaration) =>
        Assert.Empty(await Fix.OfferedAsync(new MakePartialRecord(), Playbook(declaration)));

    private static string Playbook(string declaration) =>
        $$"""[Playbook("all")] {{declaration}} { public Command Backup => new("true"); }""";
}
