using System.Globalization;
using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0027Tests
{
    private const string NoName = "sudo, su or doas would not accept this text as a user name; write the name of a user";

    [Theory]
    [InlineData("[Become([|\"\"|])]", "\"\" is not valid for [Become]: write the name of a user, or remove this text to use the default user")]
    [InlineData("[DelegateTo([|\" \"|])]", "\" \" is not valid for [DelegateTo]: name a host of the inventory, or localhost")]
    [InlineData("[[|Tags(\"\")|]]", "\"\" is not valid for [Tags]: a tag cannot contain blanks or commas; write several tags as [Tags(\"a\", \"b\")]")]
    [InlineData(
        "[[|Tags(\"a\", \"b,c\")|]]", "\"b,c\" is not valid for [Tags]: a tag cannot contain blanks or commas; write several tags as [Tags(\"a\", \"b\")]")]
    [InlineData("[Async(60, Poll = 0, [|AtEnd = (AtEnd)7|])]", "(AtEnd)7 is not valid for [Async]: write one of AtEnd.Join, AtEnd.Cancel, AtEnd.Leave")]
    [InlineData("[Async(60, [|OnLost = (OnLost)7|])]", "(OnLost)7 is not valid for [Async]: write one of OnLost.Fail, OnLost.Rerun")]
    public async Task Values_without_a_meaning_are_reported(string attribute, string message) =>
        Assert.Equal([message], await Rule.BrokenAsync("PB0027", Playbook($"{attribute} public Command Backup => new(\"true\");")));

    [Fact]
    public async Task A_strategy_that_does_not_exist_is_reported_too() => Assert.Equal(
        ["(Strategy)5 is not valid for [Playbook]: write one of Strategy.Linear, Strategy.Free"],
        await Rule.BrokenAsync(
            "PB0027", """[Playbook("all", [|Strategy = (Strategy)5|])] public partial record Nightly { public Command Backup => new("true"); }"""));

    [Fact]
    public async Task A_record_cannot_have_a_blank_user() => Assert.Equal(
        ["\" \" is not valid for [Playbook]: write the name of a user, or remove this text to use the default user"],
        await Rule.BrokenAsync(
            "PB0027", """[Playbook("all", Become = true, [|BecomeUser = " "|])] public partial record Nightly { public Command Backup => new("true"); }"""));

    [Theory]
    [InlineData("#0")]
    [InlineData("0")]
    [InlineData("1000")]
    [InlineData("+0")]
    [InlineData(" 0")]
    [InlineData("-s")]
    [InlineData("root\\nalice")]
    public async Task A_user_is_a_name_wherever_one_is_named(string user)
    {
        string[] ofTask = [$"\"{user}\" is not valid for [Become]: {NoName}"];
        Assert.Equal(ofTask, await Rule.BrokenAsync("PB0027", Playbook($"[Become([|\"{user}\"|])] public Command Backup => new(\"true\");")));
        Assert.Equal(
            ofTask,
            await Rule.BrokenAsync(
                "PB0027",
                Playbook(
                    $"[Become(user: [|\"{user}\"|]), Handler] public Command Restart => new(\"true\"); " +
                    "[Notify(nameof(Restart))] public Command Backup => new(\"true\");")));
        Assert.Equal(
            ofTask,
            await Rule.BrokenAsync("PB0027", Playbook($"private const string User = \"{user}\"; [Become([|User|])] public Command Backup => new(\"true\");")));
        Assert.Equal(
            ofTask,
            await Rule.BrokenAsync("PB0027", $$"""[Block] public partial record Work { [Become([|"{{user}}"|])] public Command Backup => new("true"); }"""));
        Assert.Equal(ofTask, await Rule.BrokenAsync("PB0027", $$"""
            [Block] public partial record Work { public Command Backup => new("true"); }
            [Playbook("all")] public partial record Nightly { [Become([|"{{user}}"|])] public Work Work => new(); }
            """));
        Assert.Equal(
            [$"\"{user}\" is not valid for [Playbook]: {NoName}"],
            await Rule.BrokenAsync(
                "PB0027", $$"""[Playbook("all", [|BecomeUser = "{{user}}"|])] public partial record Nightly { public Command Backup => new("true"); }"""));
    }

    [Theory]
    [InlineData("public Command Backup => new(\"true\") { Become = [|\"#0\"|] };", "Become")]
    [InlineData("private const string User = \"#0\"; public Command Backup => new(\"true\") { Become = [|User|] };", "Become")]
    [InlineData("public Command Backup => Plain with { Become = [|\"#0\"|] }; private static Command Plain => new(\"true\");", "Become")]
    [InlineData(
        "public Command Backup => new(\"true\"); private static readonly RunOptions _options = new() { BecomeUser = [|\"#0\"|] }; " +
        "internal static RunOptions Options => _options;",
        "BecomeUser")]
    public async Task So_is_one_that_a_module_or_a_run_is_given(string members, string property)
    {
        var source = MarkedSource.Parse(Playbook(members));

        var problem = Assert.Single(await GeneratorRun.Of(source.Text).AnalyzeAsync());

        Assert.Equal(Assert.Single(source.Spans), problem.Location.SourceSpan);
        Assert.Equal($"PB0027: \"#0\" is not valid for {property}: {NoName}", $"{problem.Id}: {problem.GetMessage(CultureInfo.InvariantCulture)}");
    }

    [Fact]
    public async Task Tags_of_a_record_and_of_a_site_are_tags_too()
    {
        Assert.Single(
            await Rule.BrokenAsync("PB0027", """[[|Tags("a b")|], Playbook("all")] public partial record Nightly { public Command Backup => new("true"); }"""));
        Assert.Single(await Rule.BrokenAsync("PB0027", """
            [Playbook("all")] public partial record Nightly { public Command Backup => new("true"); }
            [Playbook] public partial record Site { [[|Tags("")|]] public Nightly Nightly => new(); }
            """));
    }

    [Fact]
    public async Task One_key_is_of_one_task() => Assert.Equal(
        ["\"nightly\" is not valid for [Async]: another task has the same Key, and each task would find the other's job; choose a different Key"],
        await Rule.BrokenAsync("PB0027", Playbook("""
            [Async(60, Key = "nightly")] public Command Dump => new("dump");
            [Async(60, [|Key = "nightly"|])] public Command Upload => new("upload");
            """)));

    [Theory]
    [InlineData("[Become] public Command Backup => new(\"true\");")]
    [InlineData("[Become(\"postgres\"), Tags(\"a\", \"b-c\", \"ü\"), DelegateTo(\"localhost\")] public Command Backup => new(\"true\");")]
    [InlineData("[Become(\"web1\")] public Command Backup => new(\"true\") { Become = \"DOMAIN\\\\john smith\" };")]
    [InlineData("public Command Backup => new(\"true\") { Become = User }; private static string? User => null;")]
    [InlineData("[Async(60, AtEnd = AtEnd.Leave, OnLost = OnLost.Rerun)] public Command Backup => new(\"true\");")]
    [InlineData(
        "[When(nameof(Is)), Async(60, Key = \"k\")] public Command One => new(\"true\"); " +
        "[When(nameof(IsNot)), Async(60, Key = \"k\")] public Command Two => new(\"true\"); private bool Is => true; private bool IsNot => !Is;")]
    public Task Values_with_a_meaning_are_accepted(string member) => Rule.KeptAsync(Playbook(member));

    private static string Playbook(string members) => $$"""[Playbook("all")] public partial record Nightly { {{members}} }""";
}
