using Playbooks.Generator.Tests.Harness;

namespace Playbooks.Generator.Tests.Rules;

public sealed class PB0026Tests
{
    [Theory]
    [InlineData("Command [|Upload|] => new(\"upload\");")]
    [InlineData("private Command? [|Upload|] => null;")]
    [InlineData("Command [|Upload|](CommandResult dump) => new($\"upload {dump.Stdout}\");")]
    [InlineData("private IEnumerable<Command> [|Upload|]() => [];")]
    [InlineData("Part [|Upload|] => new();")]
    [InlineData("/// <summary>See <see cref=\"Dump\"/>.</summary>\nCommand [|Upload|] => new(\"upload\");")]
    public async Task A_private_member_that_nothing_uses_is_reported(string member) => Assert.Equal(
        ["'Upload' is private, and nothing uses it: make it public to run it as a task, or remove it"],
        await Rule.BrokenAsync("PB0026", Playbook(member)));

    [Theory]
    [InlineData("public Command Upload => Make(\"upload\"); private Command Make(string name) => new($\"run {name}\");")]
    [InlineData("public Command? Upload => Wanted ? Real : null; Command Real => new(\"upload\"); bool Wanted => true;")]
    [InlineData("protected Command Upload => new(\"upload\");")]
    [InlineData("internal Command Upload => new(\"upload\");")]
    [InlineData("private static Command Upload => new(\"upload\");")]
    [InlineData("private Task<Command> Upload() => Task.FromResult<Command>(new(\"upload\"));")]
    [InlineData("private string Upload => \"upload\";")]
    [InlineData("private readonly Command _upload = new(\"upload\"); public string Text => $\"{_upload}\";")]
    public Task A_helper_is_left_alone(string member) => Rule.KeptAsync(Playbook(member));

    [Fact]
    public async Task A_helper_with_an_attribute_of_a_task_is_left_alone_because_another_rule_reports_it() =>
        Assert.Single(await Rule.BrokenAsync("PB0019", Playbook("[[|RunOnce|]] Command Upload => new(\"upload\");")));

    private static string Playbook(string members) => $$"""
        [Block] public partial record Part { public Command Work => new("work"); }
        [Playbook("all")] public partial record Nightly { public Command Dump => new("dump"); {{members}} }
        """;
}
