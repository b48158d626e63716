namespace Playbooks.Runtime.Tests.Execution;

/// <summary>The rows of <c>docs/language.md</c> that no other test is about.</summary>
[Collection(VirtualTimeTests.Name)]
public sealed class LanguageTests
{
    [Fact]
    [Language("P4")]
    public async Task A_member_knows_the_run()
    {
        var hosts = new ScriptedHosts("[web]", "w1", "w2", "[other]", "o1");
        var started = hosts.Time.GetUtcNow();

        var report = await hosts.RunAsync(new Knowing());

        var run = Assert.Single(hosts.Events.OfType<RunStarted>()).Play.RunId;
        Assert.StartsWith($"{started:yyyyMMdd}", run, StringComparison.Ordinal);
        Assert.Equal($"{run} {started:O} 2 of 3 False", report["w2"].Results!.Show.Text);
    }

    [Fact]
    [Language("P4")]
    public async Task A_member_knows_whether_the_run_is_a_check()
    {
        var hosts = new ScriptedHosts("[web]", "w1");

        var report = await hosts.RunAsync(new Knowing(), options => options with { CheckMode = true });

        Assert.EndsWith("True", report["w1"].Results!.Show.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Language("P1")]
    public async Task A_member_knows_the_host_that_it_runs_for()
    {
        var hosts = new ScriptedHosts("[web]", "w1 ansible_host=10.0.0.1 rack=7", "w2");

        var report = await hosts.RunAsync(new Hosted());

        Assert.Equal("w1 10.0.0.1 web 7", report["w1"].Results!.Show.Text);
        Assert.Equal("w2 w2 web none", report["w2"].Results!.Show.Text);
    }

    [Fact]
    [Language("P7", "S3")]
    public async Task A_job_says_where_it_is_as_whom_it_runs_and_how_long_it_may()
    {
        var hosts = new ScriptedHosts("h1", "[balancers]", "lb1").When("drain", seconds: 60);
        var started = hosts.Time.GetUtcNow();

        var report = await hosts.RunAsync(new Located(), options => options with { Limit = "h1" });

        var id = Assert.Single(hosts.Events.OfType<JobStarted>()).Job.Id;
        Assert.Contains(".drain.", id, StringComparison.Ordinal);
        Assert.Equal($"{id} lb1 app 600 /jobs/{id} {started:O}", report["h1"].Results!.Show.Text);
    }

    [Fact]
    [Language("F15")]
    public async Task Each_run_of_a_job_is_a_job_of_its_own_with_the_whole_limit()
    {
        var hosts = new ScriptedHosts("h1").When("flaky", rc: 1, seconds: 500);

        var report = await hosts.RunAsync(new Again());

        Assert.Equal(["flaky", "flaky-r1", "flaky-r2"], hosts.Events.OfType<JobStarted>().Select(job => job.Job.Id.Split('.')[1]));
        Assert.Equal("rc 1", report["h1"].Failure!.Message);
        Assert.Equal(1510, hosts.Time.Seconds);
    }

    [Fact]
    [Language("F15")]
    public async Task Whether_a_run_has_failed_is_judged_before_Until_is_asked()
    {
        var hosts = new ScriptedHosts("h1").When("diff", rc: 1);

        var report = await hosts.RunAsync(new JudgedBeforeUntil());

        Assert.Equal(["h1 diff"], hosts.Log);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    [Language("A3")]
    public async Task The_start_of_a_job_is_reported_as_changed_with_its_id()
    {
        var hosts = new ScriptedHosts("h1").When("load", seconds: 60);

        await hosts.RunAsync(new Kept());

        Assert.Single(hosts.Events.OfType<TaskStarted>(), started => started.Task.Member == "Load");
        var started = hosts.Events.OfType<JobStarted>().Single(job => job.Task.Member == "Load").Job.Id;
        var told = Assert.Single(hosts.Finished, finished => finished.Task.Member == "Load");
        Assert.Equal((TaskOutcome.Changed, $"job {started} started"), (told.Outcome, told.Message));
    }

    [Theory]
    [Language("A24")]
    [InlineData(true, "True False False")]
    [InlineData(false, "False False False")]
    public async Task Differences_are_asked_for_where_the_run_says_so_and_they_may_be_shown(bool diff, string asked)
    {
        var report = await new ScriptedHosts("h1").RunAsync(new Differing(), options => options with { Diff = diff });

        var results = report["h1"].Results!;
        Assert.Equal(asked, $"{results.Shown.Text} {results.Hidden.Text} {results.Hushed.Text}");
    }

    [Fact]
    [Language("A8")]
    public async Task A_job_that_is_kept_is_not_removed()
    {
        var hosts = new ScriptedHosts("h1").When("dump", seconds: 60).When("load", seconds: 60);

        await hosts.RunAsync(new Kept());

        Assert.Equal(["h1 start dump", "h1 start load"], hosts.Log);
    }

    [Fact]
    [Language("F2")]
    public async Task A_member_is_evaluated_once_a_host_just_before_its_task_and_a_loop_whole()
    {
        var hosts = new ScriptedHosts("h1").When("flaky", rc: 1);
        var told = new List<string>();

        await hosts.RunAsync(new Evaluated(member => told.Add($"{member} after {hosts.Log.Count} commands")));
        hosts.When("flaky", rc: 0);
        await hosts.RunAsync(new Evaluated(member => told.Add($"{member} after {hosts.Log.Count} commands")));

        Assert.Equal(
            ["flaky after 0 commands", "flaky after 3 commands", "item 1 after 4 commands", "item 2 after 4 commands"], told);
    }

    [Fact]
    [Language("A2")]
    public async Task Without_a_poll_a_job_is_checked_every_15_seconds_or_after_half_its_limit()
    {
        var hosts = new ScriptedHosts("h1").When("long", seconds: 100).When("short", seconds: 14);

        await hosts.RunAsync(new Unhurried());

        Assert.Equal(
            [("Long", 6), ("Short", 1)],
            hosts.Events.OfType<JobLooked>().GroupBy(look => look.Task.Member, (task, looks) => (task, looks.Count())));
    }

    [Fact]
    [Language("S1", "I3")]
    public async Task A_result_says_when_it_began_and_ended_how_long_it_took_and_of_what_it_is()
    {
        var hosts = new ScriptedHosts("h1").When("slow", seconds: 5);
        var started = hosts.Time.GetUtcNow();

        var report = await hosts.RunAsync(new Labelled());

        var slow = report["h1"].Results!.Slow;
        Assert.Equal((started, started.AddSeconds(5), TimeSpan.FromSeconds(5)), (slow.Started, slow.Ended, slow.Duration));
        Assert.Equal(("the slow one", true, false, false), (slow.Label, slow.Changed, slow.Failed, slow.Skipped));
    }

    [Fact]
    [Language("S1")]
    public async Task A_result_says_whether_it_failed_or_was_skipped_and_why()
    {
        var hosts = new ScriptedHosts("h1").When("copy", rc: 1, stderr: "reading\ndisk full\n");

        var failed = (await hosts.RunAsync(new Ignored()))["h1"].Results!.Copied;
        var skipped = (await hosts.RunAsync(new Ignored(), options => options with { CheckMode = true }))["h1"].Results!.Copied;

        Assert.Equal((true, false, "rc 1: disk full"), (failed.Failed, failed.Skipped, failed.Message));
        Assert.Equal((false, true), (skipped.Failed, skipped.Skipped));
    }

    [Fact]
    [Language("S5")]
    public async Task A_check_of_a_running_job_returns_the_last_lines_of_both_streams()
    {
        var hosts = new ScriptedHosts("h1").When("build", seconds: 100, stdout: "step 3", stderr: "slow disk");

        var report = await hosts.RunAsync(new LookedAt());

        var status = report["h1"].Results!.Status;
        Assert.Equal((JobState.Running, false, null), (status.State, status.Finished, status.Result));
        Assert.Equal(("step 3", "slow disk"), (status.StdoutTail, status.StderrTail));
    }

    [Fact]
    [Language("F10", "F12", "A12", "A13")]
    public async Task A_task_waits_for_its_condition_and_then_for_what_it_asks_and_a_skipped_one_for_nothing_more()
    {
        var hosts = new ScriptedHosts("h1").When("probe", stdout: "nothing", seconds: 10).When("init", seconds: 60);

        await hosts.RunAsync(new Waiting());

        Assert.Equal(
            ["h1 start probe", "h1 start init", "h1 remove probe", "h1 between", "h1 remove init", "h1 last nothing", "h1 same nothing 0"], hosts.Log);
        Assert.Equal(60, hosts.Time.Seconds);
    }

    [Fact]
    [Language("M2", "A12", "F13")]
    public async Task A_skipped_task_is_counted_and_reports_the_reason()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new Nothing());

        Assert.Equal(
            [
                "Maybe: nothing to do", "Started: nothing to do", "Loop: no items", "Jobs: no items", "Block: nothing to do", "Blocks: no items",
                "If: the condition of [When] is false"
            ],
            hosts.Finished.Where(finished => finished.Outcome == TaskOutcome.Skipped).Select(finished => $"{finished.Task.Member}: {finished.Message}"));
        Assert.Equal(new HostCounts(report["h1"].Host, Ok: 2, Changed: 2, Unreachable: 0, Failed: 0, Skipped: 7, Rescued: 0, Ignored: 0), report["h1"].Counts);
    }

    [Fact]
    [Language("F34")]
    public async Task A_playbook_may_stand_within_other_types()
    {
        var hosts = new ScriptedHosts("h1");

        await hosts.RunAsync(new Company.Team.Nightly());

        Assert.Equal(["h1 run"], hosts.Log);
    }
}
