using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0027Tests
{
    [Theory]
    [InlineData("[Become([|\"\"|])]", "\"\" is no value of [Become]: name a user, or leave it out for the run's")]
    [InlineData("[DelegateTo([|\" \"|])]", "\" \" is no value of [DelegateTo]: name a host of the inventory, or localhost")]
    [InlineData("[[|Tags(\"\")|]]", "\"\" is no value of [Tags]: a tag is a word without blanks and commas; write several as [Tags(\"a\", \"b\")]")]
    [InlineData("[[|Tags(\"a\", \"b,c\")|]]", "\"b,c\" is no value of [Tags]: a tag is a word without blanks and commas; write several as [Tags(\"a\", \"b\")]")]
    [InlineData("[Async(60, Poll = 0, [|AtEnd = (AtEnd)7|])]", "(AtEnd)7 is no value of [Async]: write one of AtEnd.Join, AtEnd.Cancel, AtEnd.Leave")]
    [InlineData("[Async(60, [|OnLost = (OnLost)7|])]", "(OnLost)7 is no value of [Async]: write one of OnLost.Fail, OnLost.Rerun")]
    public async Task What_means_nothing_is_told(string attribute, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0027", Playbook($"{attribute} public Command Backup => new(\"true\");")));

    [Fact]
    public async Task So_is_a_strategy_that_there_is_not() => Assert.Equal(
        ["(Strategy)5 is no value of [Playbook]: write one of Strategy.Linear, Strategy.Free"],
        await Rule.BrokenAsync("PB0027", """[Playbook("all", [|Strategy = (Strategy)5|])] public partial record Nightly { public Command Backup => new("true"); }"""));

    [Fact]
    public async Task Nor_a_blank_user_of_a_record() => Assert.Equal(
        ["\" \" is no value of [Playbook]: name a user, or leave it out for the run's"],
        await Rule.BrokenAsync("PB0027", """[Playbook("all", Become = true, [|BecomeUser = " "|])] public partial record Nightly { public Command Backup => new("true"); }"""));

    [Fact]
    public async Task Tags_of_a_record_and_of_a_site_are_tags_too()
    {
        Assert.Single(await Rule.BrokenAsync("PB0027", """[[|Tags("a b")|], Playbook("all")] public partial record Nightly { public Command Backup => new("true"); }"""));
        Assert.Single(await Rule.BrokenAsync("PB0027", """
            [Playbook("all")] public partial record Nightly { public Command Backup => new("true"); }
            [Playbook] public partial record Site { [[|Tags("")|]] public Nightly Nightly => new(); }
            """));
    }

    [Fact]
    public async Task One_key_is_of_one_task() => Assert.Equal(
        ["\"nightly\" is no value of [Async]: another task has that Key, and each would take the other's job for its own; give it a Key of its own"],
        await Rule.BrokenAsync("PB0027", Playbook("""
            [Async(60, Key = "nightly")] public Command Dump => new("dump");
            [Async(60, [|Key = "nightly"|])] public Command Upload => new("upload");
            """)));

    [Theory]
    [InlineData("[Become] public Command Backup => new(\"true\");")]
    [InlineData("[Become(\"postgres\"), Tags(\"a\", \"b-c\", \"ü\"), DelegateTo(\"localhost\")] public Command Backup => new(\"true\");")]
    [InlineData("[Async(60, AtEnd = AtEnd.Leave, OnLost = OnLost.Rerun)] public Command Backup => new(\"true\");")]
    [InlineData("[When(nameof(Is)), Async(60, Key = \"k\")] public Command One => new(\"true\"); [When(nameof(IsNot)), Async(60, Key = \"k\")] public Command Two => new(\"true\"); private bool Is => true; private bool IsNot => !Is;")]
    public Task What_means_something_is_right(string member) => Rule.KeptAsync(Playbook(member));

    private static string Playbook(string members) => $$"""[Playbook("all")] public partial record Nightly { {{members}} }""";
}
