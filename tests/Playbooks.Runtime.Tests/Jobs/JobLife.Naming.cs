using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>Its name.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    [Behaviour("39", "42")]
    public async Task A_job_with_a_key_runs_one_at_a_time_and_later_runs_attach_to_it()
    {
        var go = Path.Combine(host.Home, "go");
        var runs = Path.Combine(host.Home, "runs");
        var script = $"echo run >> {runs}; until [ -e {go} ]; do sleep 0.1; done; exit 9";
        var first = await StartAsync(script, key: "nightly");

        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync(script, key: "nightly", limit: 70)));
        await File.WriteAllTextAsync(go, "", Cancel);

        Assert.False(first.IsAttached);
        Assert.All(others, other => Assert.Equal(first with { IsAttached = true }, other));
        Assert.Equal(9, (await EndAsync(first)).Rc);
        Assert.Equal(9, (await Another().WaitAsync(others[0], RarePoll, null, Cancel).WaitAsync(Soon, Cancel)).Rc);
        Assert.Equal("run\n", await File.ReadAllTextAsync(runs, Cancel));
        Assert.Equal("nightly", StatusOf(first).GetProperty("key").GetString());
    }

    [JobLifeFact]
    [Behaviour("42")]
    public async Task Of_many_that_come_at_once_one_runs()
    {
        var runs = Path.Combine(host.Home, "runs");

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StartAsync($"echo run >> {runs}; sleep 300", key: "nightly")));

        Assert.Single(all.Select(job => job.Id).Distinct());
        Assert.Equal(7, all.Count(job => job.IsAttached));
        await UntilAsync(() => new FileInfo(runs) is { Exists: true, Length: > 0 });
        Assert.Equal("run\n", await File.ReadAllTextAsync(runs, Cancel));
        Assert.Equal([all[0].Directory], Directory.EnumerateDirectories(host.JobsDirectory));
    }

    [JobLifeFact]
    [Behaviour("39")]
    public async Task After_its_end_the_name_is_free_and_the_last_result_but_no_older_one_is_kept()
    {
        var ended = new List<JobHandle>();
        foreach (var rc in (int[])[1, 2, 3])
        {
            ended.Add(await StartAsync($"exit {rc}", key: "nightly"));
            Assert.Equal(rc, (await EndAsync(ended[^1])).Rc);
        }

        Assert.DoesNotContain(ended, job => job.IsAttached);
        Assert.Equal(
            new[] { ended[1].Directory, ended[2].Directory }.Order(),
            Directory.EnumerateDirectories(host.JobsDirectory).Where(directory => !Path.GetFileName(directory).StartsWith('.')).Order());
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(host.JobsDirectory, ".key.*").Count());
    }

    [JobLifeFact]
    public async Task The_name_of_a_lost_job_is_free()
    {
        var lost = await StartAsync("sleep 964", key: "nightly");
        await UntilAsync(() => StateOf(lost) == "running");
        await KillSupervisorAsync(lost);

        var next = await StartAsync("exit 0", key: "nightly");

        Assert.False(next.IsAttached);
        Assert.Equal(0, (await EndAsync(next)).Rc);
    }

    [JobLifeFact]
    public async Task Other_names_run_side_by_side()
    {
        var one = await StartAsync("sleep 965", key: "nightly");
        var other = await StartAsync("sleep 966", key: "nightly.2");

        Assert.False(other.IsAttached);
        Assert.NotEqual(one.Id, other.Id);
    }

    [JobLifeTheory]
    [InlineData("../x")]
    [InlineData("a b")]
    [InlineData("a..b")]
    [InlineData("")]
    public async Task An_invalid_key_is_rejected(string key) =>
        await Assert.ThrowsAsync<UsageException>(() => StartAsync("echo never", key: key));

    [JobLifeFact]
    public async Task Names_that_begin_alike_know_nothing_of_each_other()
    {
        var longer = await StartAsync("sleep 960", key: "app.db");
        foreach (var rc in (int[])[1, 2, 3, 4])
        {
            Assert.Equal(rc, (await EndAsync(await StartAsync($"exit {rc}", key: "app"))).Rc);
        }

        Assert.Equal(JobState.Running, (await jobs.LookAsync(longer, Cancel)).State);
        Assert.True((await StartAsync("exit 0", key: "app.db")).IsAttached);
        Assert.False((await StartAsync("exit 0", key: "app")).IsAttached);
    }

    [JobLifeFact]
    public async Task Remaining_processes_of_a_lost_job_are_ended_before_its_key_is_used_again()
    {
        var lost = await StartAsync("sleep 959", key: "nightly");
        await UntilAsync(() => StateOf(lost) == "running");
        await KillSupervisorAsync(lost);

        await StartAsync("sleep 958", key: "nightly", grace: 5);

        Assert.Empty(Processes.Marked(lost.Id));
    }

    [JobLifeFact]
    public async Task A_name_that_cannot_be_written_starts_nothing_and_says_so()
    {
        host.Replace("ln", "case $2 in job:*) echo 'ln: No space left on device' >&2; exit 1 ;; esac; exec /bin/busybox ln \"$@\"");

        var refused = await Assert.ThrowsAsync<JobStartException>(() => StartAsync("touch never", key: "nightly"));

        Assert.Contains("No space left on device", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(host.JobsDirectory));
        Assert.False(File.Exists(Path.Combine(host.Home, "never")));
    }
}
