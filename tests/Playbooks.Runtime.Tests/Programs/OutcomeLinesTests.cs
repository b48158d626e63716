using Playbooks.Runtime.Tests.Execution;

namespace Playbooks.Runtime.Tests.Programs;

/// <summary>What a reader of the plain output sees of one outcome: one line, which contradicts nothing.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class OutcomeLinesTests
{
    [Fact]
    public async Task A_job_that_succeeded_but_fails_its_task_is_not_shown_as_succeeded()
    {
        var text = await TellAsync(new ScriptedHosts("h1").When("check", stdout: "3 errors", seconds: 2), new Suspicious());

        Assert.Contains("\n  h1  FAILED       job ", text, StringComparison.Ordinal);
        Assert.Contains(" ended after 2 s of at most 1 min: FailedWhen is true\n      rc 0\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("succeeded", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "changed")]
    [InlineData(3, "FAILED")]
    public async Task A_wait_has_one_line_and_one_duration_however_long_ago_the_job_has_ended(int rc, string outcome)
    {
        var text = await TellAsync(new ScriptedHosts("h1").When("work", rc: rc, seconds: 2).When("other", seconds: 30), new Awaited());

        var line = Assert.Single(text.Split('\n'), line => line.Contains(" ended after ", StringComparison.Ordinal));
        Assert.StartsWith($"  h1  {outcome}", line, StringComparison.Ordinal);
        Assert.Contains(" ended after 2 s of at most 1 min", line, StringComparison.Ordinal);
        Assert.Equal(rc == 0 ? 0 : 1, Lines(text, "FAILED"));
        Assert.Equal(1, Lines(text, " after "));
    }

    [Fact]
    public async Task An_accepted_exit_status_is_nowhere_shown_as_a_failure()
    {
        var text = await TellAsync(new ScriptedHosts("h1").When("work", rc: 3, seconds: 2), new Accepting());

        Assert.DoesNotContain("fail", text.Split("\nRECAP")[0], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, Lines(text, "rc 3"));
    }

    [Fact]
    public async Task A_failure_is_reported_in_words_and_not_in_JSON()
    {
        var hosts = new ScriptedHosts("h1").Gives("Look", new StatResult { Failed = true, Message = "it is a device" });

        var text = await TellAsync(hosts, new Looking());

        Assert.Contains("\n  h1  FAILED       it is a device\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    private static int Lines(string text, string part) => text.Split("\nRECAP")[0].Split('\n').Count(line => line.Contains(part, StringComparison.Ordinal));

    private static async Task<string> TellAsync<TResults>(ScriptedHosts hosts, IPlaybook<TResults> playbook)
        where TResults : class
    {
        await hosts.RunAsync(playbook);
        return TestEvents.Plain().Of(hosts.Events);
    }
}

[Playbook("all")]
internal sealed partial record Suspicious
{
    [Async(60, Poll = 5)]
    public Command Check => new("check") { FailedWhen = result => result.Stdout.Contains("errors", StringComparison.Ordinal) };
}

[Playbook("all")]
internal sealed partial record Awaited
{
    [Async(60, Poll = 0)]
    public Command Work => new("work");

    public Command Other => new("other");

    public Wait<CommandResult> Done(Job<CommandResult> work) => new(work);
}

[Playbook("all")]
internal sealed partial record Accepting
{
    [FailedWhen(false)]
    public Command First => new("work first");

    [Async(60, Poll = 5), FailedWhen(false)]
    public Command Polled => new("work polled");

    [Async(60, Poll = 0)]
    public Command Work => new("work");

    [FailedWhen(false)]
    public Wait<CommandResult> Done(Job<CommandResult> work) => new(work);
}

[Playbook("all")]
internal sealed partial record Looking
{
    public Stat Look => new("/dev/null");
}
