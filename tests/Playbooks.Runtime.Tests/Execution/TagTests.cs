namespace Playbooks.Runtime.Tests.Execution;

[Collection(VirtualTimeTests.Name)]
public sealed class TagTests
{
    [Theory]
    [Language("A25")]
    [InlineData("", "login, fetch, config, show, clean")]
    [InlineData("config", "config, clean")]
    [InlineData("files,fetch", "login, fetch, config, clean")]
    [InlineData("show", "login, fetch, show, clean")]
    [InlineData("all", "login, fetch, config, show, clean")]
    [InlineData("tagged", "login, fetch, config, show, clean")]
    [InlineData("untagged", "login, clean")]
    [InlineData("wipe", "wipe, clean")]
    [InlineData("never", "wipe, clean")]
    [InlineData("always", "clean")]
    public async Task The_tasks_with_the_tags_run_and_those_that_they_need(string tags, string log) =>
        Assert.Equal(log, await LogAsync(new Release(), options => options with { Tags = Split(tags) }));

    [Theory]
    [Language("F9")]
    [InlineData("config", "login, fetch, show, clean")]
    [InlineData("fetch", "login, config, clean")]
    [InlineData("always", "login, fetch, config, show")]
    [InlineData("untagged", "config, clean")]
    [InlineData("tagged", "login")]
    [InlineData("all", "clean")]
    public async Task Those_that_are_skipped_do_not_run_and_neither_does_what_needs_them(string tags, string log) =>
        Assert.Equal(log, await LogAsync(new Release(), options => options with { SkipTags = Split(tags) }));

    [Fact]
    [Language("F9")]
    public async Task Only_tasks_that_need_a_skipped_task_are_shown_as_skipped()
    {
        var hosts = new ScriptedHosts("h1");

        var report = await hosts.RunAsync(new Release(), options => options with { Tags = ["show", "wipe"], SkipTags = ["fetch"] });

        var skipped = Assert.Single(hosts.Finished, task => task.Outcome == TaskOutcome.Skipped);
        Assert.Equal(("Show", "needs 'Fetch', which --skip-tags skips"), (skipped.Task.Member, skipped.Message));
        Assert.Equal((0, 1), (report.ExitCode, report["h1"].Counts.Skipped));
        Assert.Equal(["h1 wipe", "h1 clean"], hosts.Log);
    }

    [Fact]
    public async Task Tasks_that_need_a_never_task_do_not_run_either()
    {
        var hosts = new ScriptedHosts("h1");

        await hosts.RunAsync(new Release());

        var skipped = Assert.Single(hosts.Finished, task => task.Outcome == TaskOutcome.Skipped);
        Assert.Equal(("AfterWipe", "needs 'Wipe', which is tagged 'never'"), (skipped.Task.Member, skipped.Message));
    }

    [Theory]
    [InlineData("first", "start build, remove build, first v1")]
    [InlineData("plain", "plain")]
    [InlineData("job,plain", "start build, plain, remove build")]
    [InlineData("second", "start build, start each 1, start each 2, remove build, remove each 1, remove each 2, second v1 2")]
    [InlineData("across", "start build, remove build, across 1")]
    public async Task A_job_is_waited_for_by_those_that_were_chosen_only(string tags, string log) =>
        Assert.Equal(log, await LogAsync(new TaggedJobs(), options => options with { Tags = Split(tags) }));

    [Theory]
    [Language("R9")]
    [InlineData("one", "before, one a0, one b, one c")]
    [InlineData("two", "before, one a0, two a0 0, one b, two b 0, one c, two c 0")]
    [InlineData("single", "one c, two c 0")]
    [InlineData("part", "before, one a0, two a0 0, one b, two b 0, one c, two c 0")]
    [InlineData("loop", "before, one a0, two a0 0, one b, two b 0")]
    [InlineData("whole", "before, one a0, two a0 0, one b, two b 0, one c, two c 0, after 0")]
    public async Task Tags_of_blocks_and_records_hold_for_their_tasks(string tags, string log) =>
        Assert.Equal(log, await LogAsync(new TaggedBlocks(), options => options with { Tags = Split(tags) }));

    [Fact]
    public async Task A_task_that_asks_for_a_block_needs_all_its_tasks()
    {
        var hosts = new ScriptedHosts("h1");

        await hosts.RunAsync(new TaggedBlocks(), options => options with { StartAt = "After" });

        Assert.Equal(["h1 one c", "h1 two c 0", "h1 after 0"], hosts.Log);
    }

    [Fact]
    public async Task Of_a_block_that_is_not_whole_nobody_gets_anything()
    {
        var hosts = new ScriptedHosts("h1");

        await hosts.RunAsync(new TaggedBlocks(), options => options with { SkipTags = ["one"] });

        Assert.Equal(["h1 before"], hosts.Log);
        Assert.Equal(
            ["Each.0.Two needs 'Each > One', which --skip-tags skips"],
            hosts.Finished.Where(task => task.Outcome == TaskOutcome.Skipped).Select(task => $"{task.Task.Path} {task.Message}").Take(1));
    }

    [Fact]
    public async Task A_rescue_that_was_not_chosen_rescues_from_nothing()
    {
        var hosts = new ScriptedHosts("h1").When("one c", rc: 1);

        var report = await hosts.RunAsync(new TaggedBlocks(), options => options with { Tags = ["single"], SkipTags = ["mend"] });

        Assert.Equal((2, 0), (report.ExitCode, report["h1"].Counts.Rescued));
    }

    [Theory]
    [InlineData("config", "", "config, restart true, files p, reload p")]
    [InlineData("site", "", "site, restart false")]
    [InlineData("", "restart", "config, site, files p, reload p")]
    public async Task Handlers_run_where_they_were_notified_unless_they_are_skipped(string tags, string skipped, string log) =>
        Assert.Equal(log, await LogAsync(new TaggedHandlers(), options => options with { Tags = Split(tags), SkipTags = Split(skipped) }));

    [Theory]
    [Language("F9")]
    [InlineData("Show what there is", "login, fetch, show, clean")]
    [InlineData("show", "login, fetch, show, clean")]
    [InlineData("Config", "login, fetch, config, show, clean")]
    public async Task A_run_may_start_at_a_task(string task, string log) =>
        Assert.Equal(log, await LogAsync(new Release(), options => options with { StartAt = task }));

    [Theory]
    [InlineData("Single > Two", "one c, two c 0, after 0")]
    [InlineData("Each.Two", "before, one a0, two a0 0, one b, two b 0, one c, two c 0, after 0")]
    public async Task Also_within_a_block(string task, string log) =>
        Assert.Equal(log, await LogAsync(new TaggedBlocks(), options => options with { StartAt = task }));

    [Fact]
    public async Task An_unknown_tag_or_task_is_reported_with_the_nearest()
    {
        Assert.Equal(
            "--tags names 'confg', but no task of release has that tag. Did you mean config?",
            await WrongAsync(options => options with { Tags = ["fetch", "confg"] }));
        Assert.Equal(
            "--skip-tags names 'database', but no task of release has that tag. Its tags are always, config, fetch, files, never, show, wipe.",
            await WrongAsync(options => options with { SkipTags = ["database"] }));
        Assert.Equal(
            "--start-at names 'Fecth', which is not a task of release. Did you mean Fetch?",
            await WrongAsync(options => options with { StartAt = "Fecth" }));
    }

    private static string[] Split(string tags) => tags.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string> LogAsync<TResults>(IPlaybook<TResults> playbook, Func<RunOptions, RunOptions> change)
        where TResults : class
    {
        var hosts = new ScriptedHosts("h1").When("build", stdout: "v1", seconds: 20).When("each", seconds: 30);
        var report = await hosts.RunAsync(playbook, change);
        Assert.Equal(0, report.ExitCode);
        return string.Join(", ", hosts.Log.Select(line => line["h1 ".Length..]));
    }

    private static async Task<string> WrongAsync(Func<RunOptions, RunOptions> change)
    {
        var hosts = new ScriptedHosts("h1");
        var wrong = await Assert.ThrowsAsync<UsageException>(() => hosts.RunAsync(new Release(), change));
        Assert.Empty(hosts.Events);
        return wrong.Message;
    }
}
