using System.Text;
using Playbooks.Execution;
using Playbooks.Runtime.Tests.Execution;
using Playbooks.Runtime.Tests.Programs;
using static Playbooks.Runtime.Tests.Programs.TestEvents;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>The values of secrets are shown nowhere, whatever prints them, in whichever encoding; and tasks get them whole.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class SecretTests
{
    private const string Value = "qu'ite \"s3cret\" \\ välue/+?";

    private static readonly Secret Known = new(Value);

    public static TheoryData<string> Encodings => [.. new[]
    {
        Value,
        $"login {Value} on web1",
        ShellText.Quote(Value),
        System.Text.Json.JsonSerializer.Serialize(Value),
        System.Text.Json.Nodes.JsonValue.Create(Value).ToJsonString(JsonOptions),
        Uri.EscapeDataString(Value),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Value)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"u:{Value}")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"user{Value}:and more")),
        $"{Value}{Value}",
    }];

    private static System.Text.Json.JsonSerializerOptions JsonOptions { get; } = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Whatever_prints_it_shows_stars(string printed)
    {
        _ = Known;
        var hosts = new ScriptedHosts("h1")
            .When("fine", stdout: printed)
            .When("wrong", stdout: "x", stderr: $"sh: 1: Syntax error near {printed}", rc: 2)
            .When("again", stdout: printed, rc: 1);

        await hosts.RunAsync(new Prints(printed));

        foreach (var told in new[] { Plain(1).Of(hosts.Events), AsJson().Of(hosts.Events) })
        {
            Assert.All(new[] { "s3cret", "czNjcmV0", printed }, part => Assert.DoesNotContain(part, told, StringComparison.Ordinal));
            Assert.Contains("***", told, StringComparison.Ordinal);
        }

        Assert.Contains("h1 used whole", hosts.Log);
    }

    [Fact]
    public void So_do_results_of_every_module_their_differences_and_messages()
    {
        _ = Known;
        var told = new List<RunEvent>();
        var events = new EventStream(new Taker(told), TimeProvider.System);
        TaskResult[] results =
        [
            new CopyResult { Destination = $"/etc/{Value}", Diff = $"+{Value}", Message = Value },
            new HttpResult { Headers = new Dictionary<string, string> { [Value] = Value }, Content = Value },
            new DebugResult { Text = Value },
            new AptResult { Installed = [Value] },
            new StatResult { LinkTarget = Value },
            new CommandResult { Stdout = Value, Stderr = Value, Label = Value },
        ];

        foreach (var result in results)
        {
            events.Tell(new TaskFinished(Show, Db1, TaskOutcome.Failed, result) { Message = Value, Label = Value });
            events.Tell(new TaskRetrying(Show, Db1, 2, result));
            events.Tell(new JobFinished(Show, Db1, Job(JobState.Failed, 1), TaskOutcome.Failed, result));
        }

        events.Tell(new HostUnreachable(Db1, Value));
        events.Tell(new HostDelayed(Db1, Value));
        events.Tell(new JobRestarted(Show, Db1, Job(JobState.Running, 1), Value));
        events.Tell(new JobsUnwatched(Db1, Value));
        events.Tell(new PlayStopped(Value, []));
        events.Tell(new PlaySkipped(Show, Value));
        events.Tell(new HostRescued(Show, Db1, Value));

        var shown = Plain(2).Of([Start(Db1), .. told]) + AsJson().Of([Start(Db1), .. told]);
        Assert.DoesNotContain("s3cret", shown, StringComparison.Ordinal);
        Assert.Contains("\"destination\":\"/etc/***\",\"checksum\":\"\",\"size\":0", shown, StringComparison.Ordinal);
        Assert.Equal(25, told.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public void A_live_stream_that_is_cut_anywhere_shows_stars_and_the_hosts_offsets(int piece)
    {
        _ = Known;
        var told = new List<RunEvent>();
        var events = new EventStream(new Taker(told), TimeProvider.System);
        var bytes = Encoding.UTF8.GetBytes($"before {Value} between {Value[..5]} and {Value}\nqu'it");

        for (var at = 0; at < bytes.Length; at += piece)
        {
            events.Tell(new JobPrinted(Backup, Db1, "job-1", StreamName.Stdout, at, bytes.AsMemory(at, Math.Min(piece, bytes.Length - at))));
        }

        events.Tell(new JobFinished(Backup, Db1, Job(JobState.Failed, 1), TaskOutcome.Failed, Result(0)));

        var pieces = told.OfType<JobPrinted>().ToList();
        Assert.Equal($"before *** between {Value[..5]} and ***\nqu'it", string.Concat(pieces.Select(one => Encoding.UTF8.GetString(one.Bytes.Span))));
        Assert.IsType<JobFinished>(told[^1]);
        Assert.All(pieces, one => Assert.Equal(bytes[(int)one.Offset], one.Bytes.Span[0] == '*' ? bytes[(int)one.Offset] : one.Bytes.Span[0]));
        Assert.Equal(pieces.Select(one => one.Offset).Order(), pieces.Select(one => one.Offset));
    }

    [Fact]
    public void Each_line_of_a_value_counts_and_overlapping_values_leave_nothing()
    {
        _ = new Secret("-----BEGIN KEY-----\r\nAbC1dEf2\nGhI3\nxyz\n");
        _ = new Secret("overlap-one-two");
        _ = new Secret("two-three-overlap");

        Assert.Equal("a *** b *** c *** xyz", SecretMask.Hide("a AbC1dEf2 b GhI3 c -----BEGIN KEY----- xyz"));
        Assert.Equal("x *** y", SecretMask.Hide("x overlap-one-two-three-overlap y"));
    }

    [Fact]
    public async Task An_error_of_the_program_and_its_stack_show_stars()
    {
        _ = Known;
        using var program = new TestProgram { Engine = (_, _) => throw new InvalidOperationException(Value) };

        await program.RunAsync("-vvv", "-o", "json", "-i", program.Write("hosts", "[databases]\nh1\n"));

        Assert.DoesNotContain("s3cret", program.Out + program.Error, StringComparison.Ordinal);
        Assert.Contains("***", program.Error, StringComparison.Ordinal);
        Assert.Contains("***", program.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_too_short_to_be_hidden_is_named()
    {
        using var program = new TestProgram { Playbooks = [PlaybookDefinition.Of<Keyed>()] };
        program.Environment["PLAYBOOKS_VAR_API_KEY"] = "abc";

        Assert.Equal(0, await program.RunAsync("-ih1,"));

        Assert.Equal("The secret of --api-key-file has fewer than 4 characters, so it is not hidden in output.\n", program.Error);
    }

    private sealed class Taker(List<RunEvent> told) : IRunOutput
    {
        public void Take(RunEvent runEvent) => told.Add(runEvent);
    }
}

[Playbook("all")]
internal sealed partial record Prints(string Expected)
{
    public Command Fine => new("fine");

    public Command Used(CommandResult fine) => new($"used {(fine.Stdout == Expected ? "whole" : "another")}");

    [IgnoreErrors]
    public Command Wrong => new("wrong");

    [IgnoreErrors, Retry(1, Delay = 1)]
    public Command Again => new("again");

    public Debug Says(CommandResult fine) => new($"It says {fine.Stdout}.") { Label = fine.Stdout };

    [IgnoreErrors]
    public Fail Stops(CommandResult fine) => new(fine.Stdout);

    [IgnoreErrors]
    public Command Judged(CommandResult fine) => new("fine") { FailedWhen = _ => throw new InvalidOperationException(fine.Stdout) };

    public Command Throws(CommandResult fine) => throw new InvalidOperationException(fine.Stdout);
}
