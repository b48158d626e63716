using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0031Tests
{
    private const string Web = """[Playbook("web")] public partial record Web(string Version = "1") { public Command Deploy => new("true"); }""";

    [Theory]
    [InlineData("public partial record [|Site|];")]
    [InlineData("public partial record [|Site|] { public Command Deploy => new(\"true\"); }")]
    [InlineData("public partial record [|Site|] { public int Count => 1; }")]
    public async Task A_playbook_that_runs_no_other_playbook_must_have_a_pattern(string record)
    {
        var message = Assert.Single(await Rule.BrokenAsync("PB0031", $"[Playbook] {record}"));
        Assert.Equal("'Site' has neither a pattern nor playbooks: write [Playbook(\"pattern\")] and tasks, or members that return playbooks", message);
    }

    [Fact]
    public Task An_empty_pattern_names_none() =>
        Rule.BrokenAsync("PB0031", """[Playbook("")] public partial record [|Site|] { public Command Deploy => new("true"); }""");

    [Theory]
    [InlineData(
        "public Command [|Check|] => new(\"true\");",
        "'Check' is a task, but 'Site' is a site, which runs only playbooks: move the task to one of its playbooks")]
    [InlineData("public IEnumerable<Web> [|All|] => [];", "'All' returns several playbooks: write one member for each playbook")]
    [InlineData("public Web[] [|All|] => [];", "'All' returns several playbooks: write one member for each playbook")]
    [InlineData(
        "public Web [|One|](Host host) => new();",
        "'One' has the parameter 'host', but a site has no hosts and no results to pass: remove the parameter, and use the site's variables")]
    [InlineData(
        "public static Web [|One|] => new();",
        "'One' returns a playbook, but is not a get-only instance property: make it such a property, or make it private")]
    [InlineData(
        "public Web [|One|] = new();", "'One' returns a playbook, but is not a get-only instance property: make it such a property, or make it private")]
    [InlineData("public Site [|Again|] => new();", "'Again' would run 'Site' inside itself without end: return another playbook")]
    public async Task A_site_holds_playbooks(string member, string message) =>
        Assert.Equal(
            message, Assert.Single(await Rule.BrokenAsync("PB0031", $"{Web} [Playbook] public partial record Site {{ public Web Fine => new(); {member} }}")));

    [Fact]
    public async Task A_site_does_not_run_itself_through_another_site() => Assert.Equal(2, (await Rule.BrokenAsync("PB0031", """
        [Playbook] public partial record One { public Two [|Next|] => new(); }
        [Playbook] public partial record Two { public One [|Next|] => new(); }
        """)).Count);

    [Theory]
    [InlineData("[Playbook(\"all\")]", "Web")]
    [InlineData("[Playbook(\"all\")]", "Web?")]
    [InlineData("[Block]", "IEnumerable<Web>")]
    public async Task Nobody_else_does(string attribute, string type) => Assert.Equal(
        "'Web' returns a playbook, but 'Deploy' contains tasks: return a [Block], or run both playbooks from a site (a [Playbook] without a pattern)",
        Assert.Single(await Rule.BrokenAsync(
            "PB0031",
            $"{Web} {attribute} public partial record Deploy {{ public Command Work => new(\"true\"); " +
            $"public {type} [|Web|] => throw new NotSupportedException(); }}")));

    [Fact]
    public Task Where_nobody_runs_it_a_playbook_is_a_value_as_any_other() => Rule.KeptAsync($$"""
        {{Web}}
        [Playbook("all")] public partial record Deploy
        {
            public Web Other { get; init; } = new();
            public Debug Show => new(Default().Version);
            private static Web Default() => new();
        }
        """);

    [Fact]
    public Task A_site_may_contain_these_members() => Rule.KeptAsync($$"""
        {{Web}}
        [Playbook] public partial record Inner(string Version) { public Web Web => new(Version); }
        [Playbook, Tags("all")] public partial record Site(string Version = "1", int Count = 2)
        {
            public bool IsSmall => Count < 10;
            [Name("First"), Tags("first")] public Inner First => new(Version);
            public Web? Second() => Helper();
            private Web? Helper() => IsSmall ? new(Version) : null;
        }
        """);

    [Theory]
    [InlineData(
        "[Playbook([|Serial = 2|])] public partial record Site { public Web One => new(); }",
        "[Playbook(Serial = …)] cannot be used on 'Site': a site has no hosts of its own; set the property on the playbooks of the site")]
    [InlineData(
        "[Playbook] public partial record Site { [[|Become|]] public Web One => new(); }",
        "[Become] cannot be used on 'One': it returns a whole playbook: put the attribute on that playbook's record or on its tasks")]
    [InlineData(
        "[Playbook] public partial record Site { [[|When(nameof(Is))|]] public Web One => new(); private bool Is => true; }",
        "[When] cannot be used on 'One': remove [When], and return null if the playbook should not run")]
    public async Task Settings_of_playbooks_are_not_allowed_on_the_site(string site, string message) =>
        Assert.Equal(message, Assert.Single(await Rule.BrokenAsync("PB0019", $"{Web} {site}")));

    [Fact]
    public async Task An_error_in_a_playbook_is_reported_for_that_playbook_alone() =>
        Assert.Single(await Rule.BrokenAsync("PB0002", """
            [Playbook("web")] public partial record Web { public Command Deploy(CommandResult [|missing|]) => new("true"); }
            [Playbook] public partial record Site { public Web Web1 => new(); }
            """));
}
