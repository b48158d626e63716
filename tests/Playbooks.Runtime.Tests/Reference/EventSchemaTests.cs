using System.Text.Json.Nodes;
using Playbooks.Generated;
using Playbooks.Reference;
using Playbooks.Runtime.Tests.Execution;
using Xunit.Sdk;
using static Playbooks.Runtime.Tests.Programs.TestEvents;

namespace Playbooks.Runtime.Tests.Reference;

/// <summary>
/// <c>docs/reference/events.schema.json</c> describes what programs print with <c>-o json</c>. <see cref="EventSchema"/> also holds the events of all other
/// tests to it.
/// </summary>
[Collection(VirtualTimeTests.Name)]
public sealed class EventSchemaTests
{
    /// <summary>Each event of a run, with all that it may have.</summary>
    private static readonly RunEvent[] _events =
    [
        Start(Db1),
        new PlayStarted(Play("Databases"), new PlaybookInfo("databases", "db", []), [Db1]),
        new PlaySkipped(Play("Web"), "nothing to do"),
        new BatchStarted(2, 3, [Db1, Database2]),
        new PlayStopped("2 of 2 hosts failed", [Db1]),
        new TaskStarted(Warm, Db1) { Item = 1, Label = "blue" },
        new TaskRetrying(Backup, Db1, 2, Result(7)) { Item = 1, Label = "blue" },
        new TaskFinished(Show, Db1, TaskOutcome.Ok, Result(0)) { Item = 1, Label = "blue", Message = "well" },
        new TaskLeftRunning(Show, Db1) { Item = 1, Label = "blue" },
        new JobStarted(Backup, Db1, Job(JobState.Running, 0)) { Item = 1, Label = "blue" },
        new JobLooked(Backup, Db1, Job(JobState.Running, 30.5)) { Item = 1, Label = "blue" },
        new JobPrinted(Warm, Db1, "job-1", StreamName.Stdout, 0, "text"u8.ToArray()) { Item = 1, Label = "blue" },
        new JobPrinted(Warm, Db1, "job-1", StreamName.Stderr, 0, new byte[] { 0xC3, (byte)'(' }),
        new JobRestarted(Backup, Db1, Job(JobState.Running, 0), "rebooted") { Item = 1, Label = "blue" },
        new JobFinished(Backup, Db1, Job(JobState.Succeeded, 60), TaskOutcome.Changed, Result(0)) { Item = 1, Label = "blue" },
        new JobsUnwatched(Db1, "the shell ended"),
        new LingerEnabled(Db1, "bob"),
        new HostRescued(Backup, Db1, "rc 2") { Item = 1, Label = "blue" },
        new HostDelayed(Db1, "too many logins"),
        new HostUnreachable(Db1, "refused") { Task = Show },
        new RunInterrupted([new RunningJob(Db1, Backup, Job(JobState.Running, 12))]),
        new RunFinished([Counts(Db1)], 130),
    ];

    /// <summary>What only the commands about jobs and lists print; their own tests hold that to the schema.</summary>
    private static readonly string[] _ofOtherCommands =
    [
        "error", "hosts.listed", "tags.listed", "tasks.listed",
        "job.listed", "job.shown", "job.ended", "job.missing", "jobs.removed", "jobs.hidden",
    ];

    [Fact]
    public void The_schema_names_what_runs_print_and_nothing_else()
    {
        var printed = AsJson().Of(_events).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())
            .SelectMany(told => told.Select(property => $"{told["event"]}.{property.Key}"));
        var named = Definitions().Where(definition => definition.Value!["properties"]!["event"] is not null && !_ofOtherCommands.Contains(definition.Key))
            .SelectMany(definition => definition.Value!["properties"]!.AsObject().Select(property => $"{definition.Key}.{property.Key}"));

        Assert.Equal(named.Order(StringComparer.Ordinal), printed.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whatever_happens_in_a_run_is_an_event_of_the_schema()
    {
        var hosts = new ScriptedHosts("h1").Dying("build", times: 1, seconds: 100, stdout: "built\n").When("backup", stdout: "3 GB\n", seconds: 100);

        await hosts.RunAsync(new Rerunning(), options => options with { FollowJobs = true });
        await hosts.RunAsync(new Polled());

        var text = AsJson().Of(hosts.Events);
        Assert.Contains("\"job.restarted\"", text, StringComparison.Ordinal);
        Assert.Contains("\"job.looked\"", text, StringComparison.Ordinal);
        Assert.Contains("\"run.finished\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"event":"host.delayed","at":"2026-01-02T03:04:05Z","host":"db1"}""")]
    [InlineData("""{"event":"host.delayed","at":"2026-01-02T03:04:05Z","host":"db1","message":"full","reason":"full"}""")]
    [InlineData("""{"event":"host.delayed","at":"yesterday","host":"db1","message":"full"}""")]
    [InlineData("""{"event":"host.gone","at":"2026-01-02T03:04:05Z","host":"db1","message":"full"}""")]
    [InlineData("""{"event":"run.finished","at":"2026-01-02T03:04:05Z","hosts":{"db1":{"ok":"one"}},"exitCode":0}""")]
    public void What_lacks_a_property_or_has_another_one_is_no_event(string line) => Assert.ThrowsAny<XunitException>(() => EventSchema.Hold(line));

    private static JsonObject Definitions() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(ReferencePages.Root, "docs", "reference", "events.schema.json")))!["$defs"]!.AsObject();
}
