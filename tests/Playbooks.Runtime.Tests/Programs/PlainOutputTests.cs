using Playbooks.Generated;
using static Playbooks.Runtime.Tests.Programs.TestEvents;

namespace Playbooks.Runtime.Tests.Programs;

public sealed class PlainOutputTests
{
    [Fact]
    public void Differences_stand_below_their_line_and_drive_no_terminal()
    {
        var text = Plain().Of(
            Start(Db1),
            new TaskFinished(
                Show, Db1, TaskOutcome.Changed, new CopyResult { Changed = true, Diff = "--- /etc/x\n+++ /etc/x\n@@ -1 +1 @@\n-a\n+\u001b[31mb\n" }));

        Assert.Contains(
            "  db1  changed\n      --- /etc/x\n      +++ /etc/x\n      @@ -1 +1 @@\n      -a\n      +\\e[31mb\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_has_a_header_a_task_a_line_a_host_and_a_recap()
    {
        var text = Plain().Of(
            Start(Db1, Database2),
            new TaskStarted(Backup, Db1),
            new TaskStarted(Backup, Database2),
            new JobStarted(Backup, Db1, Job(JobState.Running, 0)),
            new JobStarted(Backup, Database2, Job(JobState.Running, 0)),
            new JobLooked(Backup, Db1, Job(JobState.Running, 270)),
            new JobFinished(Backup, Db1, Job(JobState.Succeeded, 300.04), TaskOutcome.Changed, Result(0)) { IsAsked = true },
            new TaskFinished(Backup, Db1, TaskOutcome.Changed, Result(0) with { Job = Job(JobState.Succeeded, 300.04) }),
            new JobFinished(Backup, Database2, Job(JobState.Failed, 20.25), TaskOutcome.Failed, Result(2)) { IsAsked = true },
            new TaskFinished(
                Backup,
                Database2,
                TaskOutcome.Failed,
                Result(2, "dumping\nhalf", "pg_dump: error\nno space left\n") with { Job = Job(JobState.Failed, 20.25) }),
            new TaskStarted(Show, Db1),
            new TaskFinished(Show, Db1, TaskOutcome.Ok, Result(0)) { Message = "Backup completed:\n12 tables" },
            new RunFinished([Counts(Db1, ok: 2, changed: 1), Counts(Database2, failed: 1)], 2));

        Assert.Equal(
            """
            PLAYBOOK nightly-backup on 2 hosts, run run-1, 2026-01-02 03:04:05 UTC

            TASK Run database backup (03:04:06)
              db1        started      job job-1, at most 1 h
              database2  started      job job-1, at most 1 h
              db1        running      job job-1, 4 min 30 s of at most 1 h
              db1        changed      job job-1 ended after 5 min of at most 1 h
              database2  FAILED       job job-1 ended after 20.3 s of at most 1 h: rc 2
                  rc 2
                  stderr:
                    pg_dump: error
                    no space left
                  stdout:
                    dumping
                    half

            TASK Show (03:04:15)
              db1        ok           Backup completed:
                                      12 tables

            RECAP nightly-backup, run run-1, 12 s
              host        ok  changed  unreachable  failed  skipped  rescued  ignored
              db1          2        1            0       0        0        0        0
              database2    0        0            0       1        0        0        0

            database2: 'Run database backup' failed: rc 2
            To run only on these hosts again: --limit database2

            """,
            text);
    }

    [Fact]
    public void The_header_of_a_handler_says_that_it_is_one()
    {
        var restart = Show with { Name = "Restart", Part = TaskPart.Handler };

        Assert.Contains(
            "\n\nHANDLER Restart (03:04:06)\n  db1        ok\n",
            Plain().Of(Start(Db1, Database2), new TaskStarted(restart, Db1), new TaskFinished(restart, Db1, TaskOutcome.Ok, Result(0))),
            StringComparison.Ordinal);
    }

    [Fact]
    [Behaviour("U1")]
    public void The_output_of_a_job_is_shown_line_by_line_after_host_and_task_and_not_again_at_the_end()
    {
        var text = Plain(verbosity: 1).Of(
            Start(Db1, Database2),
            new TaskStarted(Warm, Db1),
            new JobStarted(Warm, Db1, Job(JobState.Running, 0)) { Item = 0, Label = "users" },
            Printed("dumping us"),
            Printed("no space\n", stream: StreamName.Stderr),
            Printed("ers\r\ndumping \u001b[31morders\n\nha"),
            new JobFinished(
                Warm, Db1, Job(JobState.Failed, 3), TaskOutcome.Failed, Result(2, "dumping users", "no space") with { Job = Job(JobState.Failed, 3) })
            {
                Item = 0,
                Label = "users",
            });

        Assert.Equal(
            """
            PLAYBOOK nightly-backup on 2 hosts, run run-1, 2026-01-02 03:04:05 UTC

            TASK Warm caches (03:04:06)
              db1        started      (users) job job-1, at most 1 h
              db1        Warm caches (users) ! no space
              db1        Warm caches (users) | dumping users
              db1        Warm caches (users) | dumping \e[31morders
              db1        Warm caches (users) |
              db1        Warm caches (users) | ha
              db1        FAILED       (users) job job-1 ended after 3 s of at most 1 h: rc 2
                  rc 2

            """,
            text);
    }

    [Fact]
    public void A_line_that_does_not_end_is_shown_in_parts_and_what_is_left_at_the_end_of_the_run()
    {
        var text = Plain(verbosity: 1).Of(
            Start(Db1),
            Printed($"{new string('x', (64 * 1024) - 1)}ü"),
            Printed("yz"),
            new RunFinished([Counts(Db1)], 0));

        Assert.Contains($"| {new string('x', (64 * 1024) - 1)}\n  db1  Warm caches (users) | üyz\n\nRECAP", text, StringComparison.Ordinal);
    }

    private static JobPrinted Printed(string text, StreamName stream = StreamName.Stdout) =>
        new(Warm, Db1, "job-1", stream, 0, System.Text.Encoding.UTF8.GetBytes(text)) { Item = 0, Label = "users" };

    [Fact]
    [Language("F39")]
    public void A_host_that_does_not_answer_a_check_is_shown_as_not_answering()
    {
        var text = Plain().Of(
            Start(Db1),
            new TaskStarted(Backup, Db1),
            new JobLooked(Backup, Db1, Job(JobState.Running, 60)) { IsAnswered = false });

        Assert.Contains("db1  no answer", text, StringComparison.Ordinal);
        Assert.Contains(
            "job job-1, 1 min of at most 1 h: the job may still be running; the run asks the host again until the job's limit",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_for_whom_lingering_was_enabled_is_shown() => Assert.Contains(
        "  db1  lingers      lingering is now enabled for user b\\e[31mob, so that jobs outlive the login; " +
        "to disable lingering again: loginctl disable-linger b\\e[31mob\n",
        Plain().Of(Start(Db1), new LingerEnabled(Db1, "b\u001b[31mob")),
        StringComparison.Ordinal);

    [Fact]
    public void The_reason_why_ends_are_not_known_at_once_is_shown_with_v()
    {
        RunEvent[] events = [Start(Db1), new JobsUnwatched(Db1, "the shell ended: \u001b[31mno\nmore")];

        Assert.Contains(
            "  db1  unwatched    the end of a job is noticed only at the next check: the shell ended: \\e[31mno\n",
            Plain(verbosity: 1).Of(events),
            StringComparison.Ordinal);
        Assert.DoesNotContain("unwatched", Plain().Of(events), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_is_not_waited_for_says_when_it_starts_and_how_it_ends()
    {
        var text = Plain().Of(
            Start(Db1),
            new TaskStarted(Warm, Db1) { Item = 0, Label = "blue" },
            new JobStarted(Warm, Db1, Job(JobState.Running, 0)) { Item = 0, Label = "blue" },
            new TaskFinished(Warm, Db1, TaskOutcome.Changed, null) { Item = 0, Label = "blue", Message = "job job-1 started" },
            new TaskStarted(Warm, Db1) { Item = 1 },
            new JobStarted(Warm, Db1, Job(JobState.Running, 0)) { Item = 1 },
            new TaskFinished(Warm, Db1, TaskOutcome.Changed, null) { Item = 1 },
            new TaskStarted(Show, Db1),
            new JobFinished(Warm, Db1, Job(JobState.Succeeded, 3), TaskOutcome.Changed, Result(0) with { Job = Job(JobState.Succeeded, 3) })
            {
                Item = 0,
                Label = "blue"
            },
            new JobFinished(
                Warm,
                Db1,
                Job(JobState.TimedOut, 3600),
                TaskOutcome.Failed,
                Result(null) with { TimedOut = true, Job = Job(JobState.TimedOut, 3600) }) { Item = 1 },
            new TaskFinished(Show, Db1, TaskOutcome.Skipped, null) { Message = "the condition of [When] is false" },
            new RunFinished([Counts(Db1, changed: 1, failed: 1, skipped: 1)], 2));

        Assert.Equal(
            """
            PLAYBOOK nightly-backup on 1 host, run run-1, 2026-01-02 03:04:05 UTC

            TASK Warm caches (03:04:06)
              db1  started      (blue) job job-1, at most 1 h
              db1  started      (item 2) job job-1, at most 1 h

            TASK Show (03:04:12)
              db1  changed      (blue) job job-1 ended after 3 s of at most 1 h [Warm caches]
              db1  FAILED       (item 2) job job-1 timed out after 1 h of at most 1 h: the task reached its time limit [Warm caches]
                  the task reached its time limit
              db1  skipped      the condition of [When] is false

            RECAP nightly-backup, run run-1, 11 s
              host   ok  changed  unreachable  failed  skipped  rescued  ignored
              db1     0        1            0       1        1        0        0

            db1: 'Warm caches' (item 2) failed: the task reached its time limit

            """,
            text);
    }

    [Fact]
    public void A_lost_host_is_reported_once_and_again_at_the_end()
    {
        var text = Plain().Of(
            Start(Db1, Database2),
            new TaskStarted(Show, Db1),
            new TaskFinished(Show, Db1, TaskOutcome.Unreachable, null) { Message = "connection refused" },
            new HostUnreachable(Db1, "connection refused") { Task = Show },
            new HostUnreachable(Database2, "no route to host"),
            new RunFinished([Counts(Db1, unreachable: 1), Counts(Database2, unreachable: 1)], 4));

        Assert.Equal(
            """
            PLAYBOOK nightly-backup on 2 hosts, run run-1, 2026-01-02 03:04:05 UTC

            TASK Show (03:04:06)
              db1        UNREACHABLE  connection refused
              database2  UNREACHABLE  no route to host

            RECAP nightly-backup, run run-1, 5 s
              host        ok  changed  unreachable  failed  skipped  rescued  ignored
              db1          0        0            1       0        0        0        0
              database2    0        0            1       0        0        0        0

            db1: unreachable at 'Show': connection refused
            database2: unreachable: no route to host

            """,
            text);
    }

    [Fact]
    public void Retries_and_ignored_failures_say_why()
    {
        var text = Plain().Of(
            Start(Db1),
            new TaskStarted(Backup, Db1),
            new TaskRetrying(Backup, Db1, 2, Result(7, stderr: "busy")),
            new TaskFinished(Backup, Db1, TaskOutcome.Ignored, Result(8) with { Message = "still busy\nreally" }));

        Assert.EndsWith(
            """
            TASK Run database backup (03:04:06)
              db1  retrying     attempt 2 of 3, in 10 s; the last attempt: rc 7
              db1  ignored      still busy
                                really
                  rc 8, after 1.5 s

            """,
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void With_v_every_result_is_shown()
    {
        var text = Plain(verbosity: 1).Of(
            Start(Db1),
            new TaskStarted(Backup, Db1),
            new TaskFinished(Backup, Db1, TaskOutcome.Ok, Result(0, "one\n\ntwo")),
            new TaskStarted(Show, Db1),
            new TaskFinished(Show, Db1, TaskOutcome.Ok, new JobStatus<CommandResult> { Id = "x", State = JobState.Running }));

        Assert.EndsWith(
            """
            TASK Run database backup (03:04:06)
              db1  ok
                  rc 0, after 1.5 s
                  stdout:
                    one

                    two

            TASK Show (03:04:08)
              db1  ok
                  id: x
                  state: running
                  finished: false

            """.Replace("\n\n        two", "\n        \n        two", StringComparison.Ordinal),
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_output_a_failure_shows_the_end()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 60));

        var text = Plain().Of(Start(Db1), new TaskFinished(Show, Db1, TaskOutcome.Failed, Result(1, stdout: lines)));

        Assert.Contains("      stdout (the last 50 of 60 lines; -v shows all):\n        11\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n        60\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_of_a_host_cannot_control_the_terminal()
    {
        var text = Plain().Of(
            Start(Db1),
            new TaskFinished(Show, Db1, TaskOutcome.Failed, Result(1, "\e[2J\e]0;title\a", "50%\r100%\r\n\u009b31mred\u202edlrow\u2028\tä…"))
            {
                Label = "a\nb\e[0m",
                Message = "\e[31mno",
            });

        Assert.EndsWith(
            """
              db1  FAILED       (a\nb\e[0m) \e[31mno
                  rc 1, after 1.5 s
                  stderr:
                    50%\r100%
                    \u009b31mred\u202edlrow\u2028TABä…
                  stdout:
                    \e[2J\e]0;title\u0007

            """.Replace("TAB", "\t", StringComparison.Ordinal),
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Each_batch_has_its_own_headers_and_hosts_that_did_not_run_are_shown()
    {
        var text = Plain().Of(
            Start(Db1, Database2),
            new BatchStarted(1, 3, [Db1]),
            new TaskStarted(Show, Db1),
            new TaskFinished(Show, Db1, TaskOutcome.Ok, Result(0)),
            new BatchStarted(2, 3, [Database2]),
            new TaskStarted(Show, Database2),
            new TaskFinished(Show, Database2, TaskOutcome.Ok, Result(0)),
            new PlayStopped("1 of 1 host failed (database2)", [new Host("db3"), new Host("db4")]));

        Assert.EndsWith(
            """

            BATCH 1 of 3: db1

            TASK Show (03:04:07)
              db1        ok

            BATCH 2 of 3: database2

            TASK Show (03:04:10)
              database2  ok

            STOPPED: 1 of 1 host failed (database2). Not run: db3, db4

            """,
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Each_playbook_of_a_site_has_its_own_headers()
    {
        var text = Plain().Of(
            Start(Db1, Database2),
            new PlayStarted(Play("First"), new PlaybookInfo("shows", "db", []), [Db1, Database2]),
            new TaskStarted(Show, Db1),
            new TaskFinished(Show, Db1, TaskOutcome.Ok, Result(0)),
            new PlayStarted(Play("Second"), new PlaybookInfo("shows", "db", []), [Db1]),
            new TaskStarted(Show, Db1),
            new TaskFinished(Show, Db1, TaskOutcome.Ok, Result(0)),
            new PlaySkipped(Play("Third"), "nothing to do"));

        Assert.EndsWith(
            """

            PLAY First on 2 hosts

            TASK Show (03:04:07)
              db1        ok

            PLAY Second on 1 host

            TASK Show (03:04:10)
              db1        ok

            PLAY Third skipped: nothing to do

            """,
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_interruption_names_the_jobs_that_run_on()
    {
        var text = Plain().Of(
            Start(Db1, Database2),
            new RunInterrupted([
                new RunningJob(Db1, Backup, Job(JobState.Running, 12)), new RunningJob(Database2, Warm, Job(JobState.Running, 5) with { Id = "job-2" })
            ]));

        Assert.EndsWith(
            """

            INTERRUPTED: no new task was started. 2 jobs are still running, until they end or reach their limits:
              db1        Run database backup, job job-1, 12 s of at most 1 h
                         state and output: /root/.playbooks_async/job-1
              database2  Warm caches, job job-2, 5 s of at most 1 h
                         state and output: /root/.playbooks_async/job-1
            'jobs tail -f ID' follows a job's output, 'jobs wait ID' waits until a job ends. To end all: jobs cancel job-1 job-2

            """,
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_interruption_without_jobs_says_so() =>
        Assert.EndsWith(
            "\nINTERRUPTED: no new task was started. No job is still running.\n", Plain().Of(Start(Db1), new RunInterrupted([])), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.04, "0 s")]
    [InlineData(0.05, "0.1 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1 min")]
    [InlineData(61, "1 min 1 s")]
    [InlineData(3599.6, "1 h")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(86400, "1 d")]
    [InlineData(97200, "1 d 3 h")]
    public void Durations_are_as_people_say_them(double seconds, string text) =>
        Assert.Equal(text, Output.Durations.Text(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_rescued_failure_is_shown_when_it_happens_and_not_again_at_the_end()
    {
        var run = Backup with { Path = "Part.Backup" };
        var text = Plain().Of(
            Start(Db1),
            new TaskFinished(run, Db1, TaskOutcome.Failed, Result(2)),
            new TaskFinished(Show, Db1, TaskOutcome.Failed, Result(3)),
            new HostRescued(run, Db1, "rc 2") { Block = "Part" },
            new RunFinished([Counts(Db1, failed: 1)], 2));

        Assert.Contains("  db1  rescued      from: rc 2 [Run database backup]\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\ndb1: 'Show' failed: rc 3\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_was_lost_and_rescued_may_be_lost_again()
    {
        var text = Plain().Of(
            Start(Db1),
            new TaskFinished(Backup, Db1, TaskOutcome.Unreachable, null) { Message = "cut" },
            new HostRescued(Backup, Db1, "cut"),
            new HostUnreachable(Db1, "cut again") { Task = Show },
            new RunFinished([Counts(Db1, unreachable: 1)], 4));

        Assert.Contains("UNREACHABLE  cut again", text, StringComparison.Ordinal);
        Assert.EndsWith("\ndb1: unreachable at 'Show': cut again\n", text, StringComparison.Ordinal);
    }
}
