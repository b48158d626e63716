using System.Globalization;
using Playbooks.CodeFixes;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0014Tests
{
    private const string Inventory = """
        # our hosts
        lone:2222 ansible_user=app
        [web] ; the front
        web[01:03] port=80
        spare#of the front
        cache-[a:c].example.org
        node[2:10:4]
        2001:db8::1
        [databases:children]
        postgres
        [postgres]
        db1
        [postgres:vars]
        backup_dir = /srv
        """;

    [Theory]
    [InlineData("all")]
    [InlineData("*")]
    [InlineData("localhost,ungrouped")]
    [InlineData("web:databases:!db1:&web")]
    [InlineData("web03, lone")]
    [InlineData("spare,web[0:1]")]
    [InlineData("cache-b.example.org")]
    [InlineData("node6,node10")]
    [InlineData("2001:db8::1,web")]
    [InlineData("nothing*,~also.*,h[1:3]")]
    public async Task A_pattern_with_hosts_in_the_inventory_is_accepted(string pattern) => Assert.Empty(await SaidAsync(pattern, Inventory));

    [Theory]
    [InlineData("wbe", "'wbe' in the pattern is neither a group nor a host of inventory.ini: did you mean 'web'?")]
    [InlineData("web:!web04", "'web04' in the pattern is neither a group nor a host of inventory.ini: did you mean 'web01'?")]
    [InlineData(
        "web,&backup_dir",
        "'backup_dir' in the pattern is neither a group nor a host of inventory.ini: correct the pattern, or add the name to the inventory")]
    [InlineData("node3", "'node3' in the pattern is neither a group nor a host of inventory.ini: did you mean 'node2'?")]
    public async Task An_unknown_name_is_reported(string pattern, string message) => Assert.Equal([message], await SaidAsync(pattern, Inventory));

    [Fact]
    public async Task Without_an_inventory_or_with_one_that_cannot_be_read_nothing_is_known()
    {
        Assert.Empty(await SaidAsync("wbe", inventory: null));
        Assert.Empty(await SaidAsync("wbe", "web[a-c]\n"));
        Assert.Empty(await SaidAsync("wbe", string.Concat(Enumerable.Range(0, 10_001).Select(host => $"host{host}\n"))));
        Assert.Empty(await SaidAsync("wbe", "---\nall:\n  hosts:\n"));
    }

    [Theory]
    [InlineData("db-[a:e:2]")]
    [InlineData("web[:3]")]
    [InlineData("[2001:db8::1]:22")]
    [InlineData("web1 note=\"# 1\"")]
    public async Task It_is_read_as_a_run_reads_it(string line)
    {
        var hosts = Playbooks.Inventory.Parse(line).Hosts.Select(host => host.Name);

        Assert.Empty(await SaidAsync(string.Join(',', hosts), line));
        Assert.Single(await SaidAsync("wbe", line));
    }

    [Fact]
    public async Task The_nearest_name_is_offered() => Assert.Equal(
        Playbook("web:!db1"),
        await Fix.AppliedBesideAsync(Inventory, new CorrectPattern(), "Write 'web'", Playbook("wbe:!db1")));

    [Fact]
    public async Task It_can_be_suppressed() =>
        Assert.Empty(await SaidAsync("wbe", Inventory, "#pragma warning disable PB0014\n"));

    private static string Playbook(string pattern) => $$"""[Playbook("{{pattern}}")] public partial record Nightly { public Command Backup => new("true"); }""";

    private static async Task<IEnumerable<string>> SaidAsync(string pattern, string? inventory, string before = "") =>
        (await GeneratorRun.Of(before + Playbook(pattern)).AnalyzeAsync(inventory))
            .Where(problem => !problem.IsSuppressed)
            .Select(problem => problem.GetMessage(CultureInfo.InvariantCulture));
}
