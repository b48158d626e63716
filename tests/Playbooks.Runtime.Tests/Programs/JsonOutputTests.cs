using System.Text.Json;
using Playbooks.Generated;
using static Playbooks.Runtime.Tests.Programs.TestEvents;

namespace Playbooks.Runtime.Tests.Programs;

public sealed class JsonOutputTests
{
    [Fact]
    public void Each_event_is_an_object_a_line_with_the_public_names()
    {
        var text = AsJson().Of(
            Start(Db1),
            new TaskStarted(Warm, Db1) { Item = 1, Label = "blue" },
            new TaskRetrying(Backup, Db1, 2, Result(7)),
            new JobStarted(Backup, Db1, Job(JobState.Running, 0)),
            new JobLooked(Backup, Db1, Job(JobState.Running, 30.5)),
            new JobFinished(Backup, Db1, Job(JobState.TimedOut, 3600), TaskOutcome.Failed, Result(null)),
            new TaskFinished(Show, Db1, TaskOutcome.Skipped, null) { Message = "no items" },
            new TaskFinished(Show, Db1, TaskOutcome.Ok, Result(0, "häns <b>")),
            new HostUnreachable(Db1, "refused") { Task = Show },
            new RunInterrupted([new RunningJob(Db1, Backup, Job(JobState.Running, 12))]),
            new RunFinished([new HostCounts(Db1, 1, 2, 3, 4, 5, 6, 7)], 130));

        const string result = "\"started\":\"2026-01-02T03:04:05Z\",\"ended\":\"2026-01-02T03:04:06.5Z\",\"duration\":1.5";
        Assert.Equal(
            $$$"""
            {"event":"run.started","at":"2026-01-02T03:04:05Z","run":"run-1","playbook":"nightly-backup","version":1}
            {"event":"task.started","at":"2026-01-02T03:04:06Z","run":"run-1","playbook":"nightly-backup","task":"Warm","host":"db1","item":1,"label":"blue"}
            {"event":"task.retrying","at":"2026-01-02T03:04:07Z","run":"run-1","playbook":"nightly-backup","task":"Backup","host":"db1","attempt":2,"result":{"changed":true,"failed":true,"skipped":false,{{{result}}},"rc":7,"stdout":"","stderr":"","timedOut":false}}
            {"event":"job.started","at":"2026-01-02T03:04:08Z","run":"run-1","playbook":"nightly-backup","task":"Backup","host":"db1","job":{"id":"job-1","state":"running","limit":3600,"elapsed":0,"directory":"/root/.playbooks_async/job-1"},"attached":false}
            {"event":"job.looked","at":"2026-01-02T03:04:09Z","run":"run-1","playbook":"nightly-backup","task":"Backup","host":"db1","job":{"id":"job-1","state":"running","limit":3600,"elapsed":30.5,"directory":"/root/.playbooks_async/job-1"},"answered":true}
            {"event":"job.finished","at":"2026-01-02T03:04:10Z","run":"run-1","playbook":"nightly-backup","task":"Backup","host":"db1","job":{"id":"job-1","state":"timedOut","limit":3600,"elapsed":3600,"directory":"/root/.playbooks_async/job-1"},"outcome":"failed","result":{"changed":true,"failed":true,"skipped":false,{{{result}}},"rc":null,"stdout":"","stderr":"","timedOut":false}}
            {"event":"task.finished","at":"2026-01-02T03:04:11Z","run":"run-1","playbook":"nightly-backup","task":"Show","host":"db1","outcome":"skipped","message":"no items"}
            {"event":"task.finished","at":"2026-01-02T03:04:12Z","run":"run-1","playbook":"nightly-backup","task":"Show","host":"db1","outcome":"ok","result":{"changed":true,"failed":false,"skipped":false,{{{result}}},"rc":0,"stdout":"häns <b>","stderr":"","timedOut":false}}
            {"event":"host.unreachable","at":"2026-01-02T03:04:13Z","run":"run-1","playbook":"nightly-backup","host":"db1","task":"Show","message":"refused"}
            {"event":"run.interrupted","at":"2026-01-02T03:04:14Z","run":"run-1","playbook":"nightly-backup","jobs":[{"host":"db1","task":"Backup","job":{"id":"job-1","state":"running","limit":3600,"elapsed":12,"directory":"/root/.playbooks_async/job-1"}}]}
            {"event":"run.finished","at":"2026-01-02T03:04:15Z","run":"run-1","playbook":"nightly-backup","hosts":{"db1":{"ok":1,"changed":2,"failed":3,"skipped":4,"unreachable":5,"rescued":6,"ignored":7}},"exitCode":130}

            """,
            text);
    }

    [Fact]
    public void The_reason_why_ends_are_not_known_at_once_is_an_event() => Assert.Equal(
        """
        {"event":"jobs.unwatched","at":"2026-01-02T03:04:05Z","host":"db1","message":"the shell ended"}

        """,
        AsJson().Of(new JobsUnwatched(Db1, "the shell ended")));

    [Fact]
    public void A_user_for_whom_lingering_was_enabled_is_an_event() => Assert.Equal(
        """
        {"event":"linger.enabled","at":"2026-01-02T03:04:05Z","host":"db1","user":"DOM\\bob"}

        """,
        AsJson().Of(new LingerEnabled(Db1, @"DOM\bob")));

    [Fact]
    public void Batches_and_what_was_not_run_are_events() => Assert.Equal(
        """
        {"event":"batch.started","at":"2026-01-02T03:04:05Z","number":2,"count":3,"batch":["db1","database2"]}
        {"event":"play.stopped","at":"2026-01-02T03:04:06Z","message":"2 of 2 hosts failed (db1, database2)","notRun":["db3"]}

        """,
        AsJson().Of(new BatchStarted(2, 3, [Db1, Database2]), new PlayStopped("2 of 2 hosts failed (db1, database2)", [new Host("db3")])));

    [Fact]
    public void The_playbooks_of_a_site_are_events() => Assert.Equal(
        """
        {"event":"play.started","at":"2026-01-02T03:04:05Z","play":"Inner.Databases","playHosts":["db1","database2"]}
        {"event":"play.skipped","at":"2026-01-02T03:04:06Z","play":"Web","message":"nothing to do"}

        """,
        AsJson().Of(
            new PlayStarted(Play("Databases") with { Path = "Inner.Databases" }, new PlaybookInfo("databases", "db", []), [Db1, Database2]),
            new PlaySkipped(Play("Web"), "nothing to do")));

    [Fact]
    public void A_rescue_names_the_task_by_its_path()
    {
        var text = AsJson().Of(new HostRescued(Backup with { Path = "Part.Backup" }, Db1, "rc 2") { Block = "Part" });

        Assert.Equal("{\"event\":\"host.rescued\",\"at\":\"2026-01-02T03:04:05Z\",\"task\":\"Part.Backup\",\"host\":\"db1\",\"message\":\"rc 2\"}\n", text);
    }

    [Fact]
    [Behaviour("U1", "30")]
    public void The_output_of_a_job_is_text_or_base64_if_it_is_not_text()
    {
        var text = AsJson().Of(
            new JobPrinted(Warm, Db1, "job-1", StreamName.Stdout, 0, "gr\u00fcn\n\0"u8.ToArray()) { Item = 1, Label = "blue" },
            new JobPrinted(Backup, Db1, "job-2", StreamName.Stderr, 3_000_000_000, new byte[] { 0xC3, (byte)'(' }));

        Assert.Equal(
            """
            {"event":"job.output","at":"2026-01-02T03:04:05Z","task":"Warm","host":"db1","item":1,"label":"blue","job":{"id":"job-1"},"stream":"stdout","offset":0,"text":"grün\n\u0000"}
            {"event":"job.output","at":"2026-01-02T03:04:06Z","task":"Backup","host":"db1","job":{"id":"job-2"},"stream":"stderr","offset":3000000000,"base64":"wyg="}

            """,
            text);
    }

    [Theory]
    [InlineData(TaskOutcome.Ok, "ok")]
    [InlineData(TaskOutcome.Changed, "changed")]
    [InlineData(TaskOutcome.Failed, "failed")]
    [InlineData(TaskOutcome.Skipped, "skipped")]
    [InlineData(TaskOutcome.Unreachable, "unreachable")]
    [InlineData(TaskOutcome.Ignored, "ignored")]
    public void Outcomes_have_their_public_names(TaskOutcome outcome, string name)
    {
        using var parsed = JsonDocument.Parse(AsJson().Of(new TaskFinished(Show, Db1, outcome, null)));

        Assert.Equal(name, parsed.RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public void Whatever_a_host_prints_an_event_is_one_line_without_control_characters_and_keeps_it_whole()
    {
        var printed = string.Concat(Enumerable.Range(0, 0x300).Select(c => (char)c)) + "\u2028\u202e\ud83d\ude00";

        var line = AsJson().Of(new TaskFinished(Show, Db1, TaskOutcome.Ok, Result(0, printed)));

        Assert.Equal('\n', line[^1]);
        Assert.DoesNotContain(line[..^1], char.IsControl);
        using var parsed = JsonDocument.Parse(line);
        Assert.Equal(printed, parsed.RootElement.GetProperty("result").GetProperty("stdout").GetString());
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_reported_once_and_stops_nothing()
    {
        using var full = new FullStream();
        using var error = new StringWriter();
        var output = new Output.JsonOutput(new Output.OutputStream(full, error));

        output.Take(new TaskStarted(Show, Db1));
        output.Take(new TaskStarted(Show, Db1));

        Assert.Equal("Standard output can no longer be written (No space left on device). The run continues without it.\n", error.ToString());
    }

    [Fact]
    public void An_event_is_written_at_once_and_in_one_piece()
    {
        using var counting = new CountingStream();
        var output = new Output.JsonOutput(new Output.OutputStream(counting, TextWriter.Null));

        output.Take(new TaskFinished(Show, Db1, TaskOutcome.Ok, Result(0, new string('x', 100_000))));

        Assert.Equal(1, counting.Writes);
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }

    private sealed class CountingStream : MemoryStream
    {
        internal int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Writes++;
    }
}
