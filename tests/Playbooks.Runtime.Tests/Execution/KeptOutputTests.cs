namespace Playbooks.Runtime.Tests.Execution;

/// <summary>What becomes of outputs that are more than a run keeps in memory.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class KeptOutputTests
{
    private static readonly string s_much = new('x', 1000);

    [Fact]
    [Language("S2")]
    public async Task Output_that_no_task_asks_for_is_dropped_first_and_marked()
    {
        var results = await RunAsync(new Talkative(), bytes: 8500);

        Assert.Equal(("", true), (results.Unasked.Stdout, results.Unasked.Truncated));
        Assert.Equal((s_much, false), (results.Asked.Stdout, results.Asked.Truncated));
        Assert.Equal((s_much, false), (results.Last.Stdout, results.Last.Truncated));
    }

    [Fact]
    public async Task Output_that_a_task_asks_for_is_still_there()
    {
        var results = await RunAsync(new Talkative(), bytes: 1);

        Assert.Equal("1000 and 1000, 1000 in the block", results.Show.Text);
        Assert.Equal(s_much, results.Asked.Stdout);
        Assert.Equal(("", true), (results.Last.Stdout, results.Last.Truncated));
    }

    [Fact]
    public async Task Enough_room_changes_nothing()
    {
        var results = await RunAsync(new Talkative(), bytes: 1_000_000);

        Assert.All([results.Unasked, results.Asked, results.Job, results.Last], result => Assert.Equal((s_much, false), (result.Stdout, result.Truncated)));
    }

    [Fact]
    public async Task The_output_of_a_failed_task_is_shown_and_kept()
    {
        var hosts = new ScriptedHosts("h1").When("fail", stdout: s_much, rc: 3);

        var report = await hosts.RunAsync(new FailingLoudly(), options => options with { KeptOutput = 1 });

        Assert.Equal(s_much, Assert.IsType<CommandResult>(Assert.IsType<TaskFailedException>(report["h1"].Failure).Result).Stdout);
    }

    [Fact]
    public void Results_are_equal_if_what_was_printed_is() =>
        Assert.Equal(new CommandResult { Stdout = "a" }, new CommandResult { Stdout = string.Concat("", "a") });

    private static async Task<Talkative.Results> RunAsync(Talkative playbook, long bytes)
    {
        var hosts = new ScriptedHosts("h1").When("print", stdout: s_much);

        var report = await hosts.RunAsync(playbook, options => options with { KeptOutput = bytes });

        Assert.Equal(0, report.ExitCode);
        return report["h1"].Results!;
    }
}

[Playbook("all")]
internal sealed partial record Talkative
{
    public Command Unasked => new("print unasked");

    public Command Asked => new("print asked");

    [Async(60, Poll = 0)]
    public Command Job => new("print job");

    public TalkativePart Part => new();

    public Debug Show(CommandResult asked, CommandResult job, TalkativePart.Results part) =>
        new($"{asked.Stdout.Length} and {job.Stdout.Length}, {part.Inner.Stdout.Length} in the block");

    public Command Last => new("print last");
}

[Block]
internal sealed partial record TalkativePart
{
    public Command Inner => new("print inner");
}

[Playbook("all")]
internal sealed partial record FailingLoudly
{
    public Command Fail => new("fail");
}
