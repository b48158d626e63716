using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0022Tests
{
    [Theory]
    [Language("F2")]
    [InlineData(
        "private int [|_count|] = 1; private int Count => _count;",
        "'_count' can change, but one instance of the playbook serves all hosts at once: make it readonly, or pass values from task to task as results")]
    [InlineData(
        "public int [|Count|] { get; set; }",
        "'Count' can change, but one instance of the playbook serves all hosts at once: " +
        "write 'init' instead of 'set', or pass values from task to task as results")]
    public async Task Mutable_state_is_shared_by_all_hosts_and_reported(string member, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0022", Playbook(member)));

    [Theory]
    [InlineData("private readonly int _count = 1; private int Count => _count;")]
    [InlineData("public int Count { get; init; }")]
    [InlineData("private const int Limit = 5;")]
    [InlineData("private static int Count { get => 1; set { } }")]
    public Task Immutable_state_is_accepted(string member) => Rule.KeptAsync(Playbook(member));

    [Fact]
    public Task Abstract_members_hold_no_state() => Rule.KeptAsync("""
        public abstract record Base { protected abstract int Count { get; set; } }
        [Playbook("all")] public partial record Nightly : Base
        {
            protected override int Count { get => 1; set { } }
            public Command Backup => new("true");
        }
        """);

    [Fact]
    public async Task Variables_of_hosts_do_not_change_either() => Assert.Single(
        await Rule.BrokenAsync("PB0022", "[HostVars] public partial record Database(int Port) { public int [|Count|] { get; set; } }"));

    private static string Playbook(string members) =>
        $$"""[Playbook("all")] public partial record Nightly { {{members}} public Command Backup => new("true"); }""";
}
