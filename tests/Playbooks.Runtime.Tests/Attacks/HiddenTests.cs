using Playbooks.Execution.Tasks;
using Playbooks.Runtime.Tests.Execution;
using static Playbooks.Runtime.Tests.Programs.TestEvents;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>What [NoLog] hides is told by no host, whichever of them ran the task, and by no exception.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class HiddenTests
{
    [Theory]
    [InlineData(nameof(OnceQuiet))]
    [InlineData(nameof(OnceQuietJob))]
    [InlineData(nameof(OnceQuietModule))]
    [InlineData(nameof(OnceQuietBlock))]
    [InlineData(nameof(OnceQuietLoop))]
    public async Task The_hidden_result_of_one_host_for_all_is_shown_by_no_host(string playbook)
    {
        var hosts = new ScriptedHosts("h1", "h2", "h3").When("rotate", stdout: "TOPSECRET-1", stderr: "TOPSECRET-2", rc: 3);

        await (playbook switch
        {
            nameof(OnceQuiet) => (Task)hosts.RunAsync(new OnceQuiet()),
            nameof(OnceQuietJob) => hosts.RunAsync(new OnceQuietJob()),
            nameof(OnceQuietModule) => hosts.RunAsync(new OnceQuietModule()),
            nameof(OnceQuietBlock) => hosts.RunAsync(new OnceQuietBlock()),
            _ => hosts.RunAsync(new OnceQuietLoop()),
        });

        Told(hosts, "h3", "the result is hidden by [NoLog]");
    }

    [Fact]
    public async Task An_exception_in_a_member_is_reported_without_its_message()
    {
        var hosts = new ScriptedHosts("h1").When("get", stdout: "TOPSECRET");

        await hosts.RunAsync(new QuietThrows());

        Told(hosts, "rescued: FormatException", "; the message is hidden by [NoLog]");
    }

    [Fact]
    public async Task Results_of_retries_late_judgements_and_unjoined_jobs_are_hidden_too()
    {
        var hosts = new ScriptedHosts("h1", "h2")
            .When("secret", stdout: "TOPSECRET-1", stderr: "TOPSECRET-2", rc: 4)
            .When("late", stdout: "TOPSECRET", seconds: 10);

        await hosts.RunAsync(new QuietMore());

        Told(hosts, "the result is hidden by [NoLog]");
        Assert.Contains("h2 end", hosts.Log);
    }

    [Fact]
    public void A_hidden_value_is_marked_for_programs_and_described_for_people()
    {
        var finished = new TaskFinished(Show, Db1, TaskOutcome.Failed, HiddenResult.Of(new DebugResult { Text = "TOPSECRET" }));

        Assert.Contains("\"$hidden\":true", AsJson().Of([Start(Db1), finished]), StringComparison.Ordinal);
        Assert.DoesNotContain("$hidden", Plain(2).Of([Start(Db1), finished]), StringComparison.Ordinal);
    }

    private static void Told(ScriptedHosts hosts, params string[] texts)
    {
        foreach (var told in new[] { Plain(1).Of(hosts.Events), AsJson().Of(hosts.Events), string.Join('\n', hosts.Events) })
        {
            Assert.DoesNotContain("TOPSECRET", told, StringComparison.Ordinal);
        }

        Assert.All(texts, text => Assert.Contains(text, Plain(1).Of(hosts.Events), StringComparison.Ordinal));
    }
}

[Playbook("all")]
internal sealed partial record OnceQuiet
{
    [RunOnce, NoLog]
    public Command Rotate => new("rotate");

    public Debug Show(CommandResult rotate) => new($"rc {rotate.Rc}");
}

[Playbook("all")]
internal sealed partial record OnceQuietJob
{
    [RunOnce, NoLog, Async(60, Poll = 2)]
    public Command Rotate => new("rotate");
}

[Playbook("all")]
internal sealed partial record OnceQuietModule
{
    [RunOnce]
    public Command Rotate => new("rotate") { NoLog = true };
}

[Playbook("all")]
internal sealed partial record OnceQuietBlock
{
    [NoLog]
    public RotatesOnce Around => new();
}

[Block]
internal sealed partial record RotatesOnce
{
    [RunOnce]
    public Command Rotate => new("rotate");

    [Rescue]
    public Debug Saved(Failure failure) => new($"rescued: {failure.Message}");
}

[Playbook("all")]
internal sealed partial record OnceQuietLoop
{
    [RunOnce, NoLog, Async(20, Poll = 2)]
    public IEnumerable<Command> Rotate => [new("rotate 1") { Label = "one" }, new("rotate 2") { Label = "two" }];
}

[Playbook("all")]
internal sealed partial record QuietMore
{
    [NoLog, Retry(2, Delay = 1), IgnoreErrors]
    public Command Again => new("secret again");

    [NoLog, IgnoreErrors]
    public Command Judged => new("secret judged") { FailedWhen = result => int.Parse(result.Stdout, System.Globalization.CultureInfo.InvariantCulture) > 1 };

    [NoLog, IgnoreErrors, Timeout(1)]
    public Command Late => new("late");

    [NoLog, IgnoreErrors, Async(3, Poll = 1)]
    public Command LateJob => new("late job");

    public Command End => new("end");

    [NoLog, RunOnce, Async(60, Poll = 0, AtEnd = AtEnd.Join)]
    public Command Forgotten => new("secret forgotten");
}

[Playbook("all")]
internal sealed partial record QuietThrows
{
    [NoLog]
    public Command Get => new("get");

    [NoLog]
    public Command Use(CommandResult get) => new($"echo {int.Parse(get.Stdout, System.Globalization.CultureInfo.InvariantCulture)}");

    [Rescue]
    public Debug Saved(Failure failure) => new($"rescued: {failure.Message}");
}
