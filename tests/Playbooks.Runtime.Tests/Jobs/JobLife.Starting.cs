
using Playbooks.Jobs;
using Playbooks.Jobs.Scripts;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>Its start: once, at once, or not at all.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    public async Task A_job_that_is_started_often_runs_once()
    {
        var runs = Path.Combine(host.Home, "runs");
        var spec = Spec($"echo run >> {runs}; sleep 0.3");

        var handles = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => jobs.StartAsync(spec, Cancel)));
        await EndAsync(handles[0]);
        var late = await Another().StartAsync(spec, Cancel);

        Assert.All(handles, handle => Assert.Equal(handles[0], handle));
        Assert.Equal(handles[0], late);
        Assert.Equal("run\n", await File.ReadAllTextAsync(runs, Cancel));
    }

    [JobLifeFact]
    public async Task A_truncated_start_does_nothing()
    {
        var spec = Spec("echo never");
        var script = JobScripts.Start(spec, "~/.playbooks_async");
        var whole = script.TrimEnd('\n').Length;

        foreach (var length in Enumerable.Range(0, 40).Select(index => index * whole / 40).Append(whole - 1))
        {
            await host.FeedAsync(script[..length], Cancel);
            Assert.False(Directory.Exists(host.JobsDirectory), $"{length} of {whole} characters did something.");
        }

        var answer = await host.FeedAsync(script, Cancel);
        Assert.StartsWith("started ", answer.Stdout, StringComparison.Ordinal);
        await UntilAsync(() => StateOf(Path.Combine(host.JobsDirectory, spec.Id)) == "succeeded");
    }

    [JobLifeTheory]
    [InlineData("sleep 985")]
    [InlineData("sleep 986 & sleep 987 & exec sleep 988")]
    [InlineData("($(command -v setsid) sh -c 'sleep 989 & sleep 990' &) ; cat; sleep 991")]
    [Behaviour("4")]
    public async Task A_start_returns_at_once_whatever_the_job_does(string script)
    {
        var job = await StartAsync(script);

        Assert.Contains((await jobs.LookAsync(job, Cancel)).State, (JobState[])[JobState.Starting, JobState.Running]);
    }

    [JobLifeTheory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("a..b")]
    [InlineData(".hidden")]
    [InlineData("-rf")]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ü")]
    [InlineData("a\n")]
    [Behaviour("F")]
    public async Task A_bad_id_is_refused_on_both_sides(string id)
    {
        var victim = Directory.CreateDirectory(Path.Combine(host.Home, "victim")).FullName;
        var job = new JobHandle(id, "here", "me", victim, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(1));
        var spec = Spec("echo never") with { Id = id };

        await Assert.ThrowsAsync<UsageException>(() => jobs.StartAsync(spec, Cancel));
        await Assert.ThrowsAsync<UsageException>(() => jobs.WaitAsync(job, RarePoll, null, Cancel));
        await Assert.ThrowsAsync<UsageException>(() => jobs.LookAsync(job, Cancel));
        await Assert.ThrowsAsync<UsageException>(() => jobs.ReadAsync(job, 10, Cancel));
        await Assert.ThrowsAsync<UsageException>(() => jobs.CancelAsync(job, TimeSpan.Zero, Cancel));
        await Assert.ThrowsAsync<UsageException>(() => jobs.RemoveAsync(job, Cancel));

        Assert.Equal(64, (await host.FeedAsync(JobScripts.Start(spec, "~/.playbooks_async"), Cancel)).Rc);
        Assert.Equal(64, (await host.FeedAsync(JobScripts.Look(job), Cancel)).Rc);
        Assert.Equal(64, (await host.FeedAsync(JobScripts.Read(job, 10), Cancel)).Rc);
        Assert.Equal(64, (await host.FeedAsync(JobScripts.Cancel(job, TimeSpan.Zero), Cancel)).Rc);
        Assert.Equal(64, (await host.FeedAsync(JobScripts.Remove(job), Cancel)).Rc);
        Assert.Equal([victim], Directory.EnumerateFileSystemEntries(host.Home));
    }

    [JobLifeFact]
    public async Task A_directory_that_is_not_the_ids_is_refused_on_the_host()
    {
        var victim = Directory.CreateDirectory(Path.Combine(host.Home, "victim")).FullName;
        var job = new JobHandle("some.job", "here", "me", victim, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(1));

        Assert.Equal(64, (await host.FeedAsync(JobScripts.Remove(job), Cancel)).Rc);
        Assert.True(Directory.Exists(victim));
    }

    [JobLifeFact]
    public async Task A_directory_that_cannot_be_made_is_a_clear_error()
    {
        await File.WriteAllTextAsync(Path.Combine(host.Home, "file"), "", Cancel);
        await using var elsewhere = new HostJobs(new Host("here"), host, "~/file/jobs", TimeProvider.System);

        var refused = await Assert.ThrowsAsync<JobStartException>(() => elsewhere.StartAsync(Spec("echo never"), Cancel));

        Assert.StartsWith("here: the job cannot be started in ~/file/jobs: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Not a directory", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--async-dir", refused.Message, StringComparison.Ordinal);
    }

    [JobLifeFact]
    public async Task A_full_disk_starts_nothing_and_leaves_nothing()
    {
        host.Replace("mv", "echo 'mv: No space left on device' >&2; exit 1");

        var refused = await Assert.ThrowsAsync<JobStartException>(() => jobs.StartAsync(Spec("touch never"), Cancel));

        Assert.Contains("No space left on device", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(host.JobsDirectory));
        Assert.False(File.Exists(Path.Combine(host.Home, "never")));
    }

    [JobLifeFact]
    public async Task Jobs_can_live_elsewhere()
    {
        await using var elsewhere = new HostJobs(new Host("here"), host, Path.Combine(host.Root, "some where's"), TimeProvider.System);
        var job = await elsewhere.StartAsync(Spec("exit 5"), Cancel);

        Assert.Equal(Path.Combine(host.Root, "some where's", job.Id), job.Directory);
        Assert.Equal(5, (await elsewhere.WaitAsync(job, RarePoll, null, Cancel).WaitAsync(Soon, Cancel)).Rc);
        Assert.Equal([job.Id], await elsewhere.CleanAsync(null, TimeSpan.Zero, Cancel));
        Assert.False(Directory.Exists(host.JobsDirectory));
    }

    [JobLifeFact]
    public async Task An_invalid_limit_is_rejected()
    {
        var refused = await Assert.ThrowsAsync<UsageException>(() => StartAsync("echo never", limit: 0));

        Assert.Contains("limit", refused.Message, StringComparison.Ordinal);
    }

    [JobLifeFact]
    public async Task Output_of_a_shell_at_its_start_hides_no_answer()
    {
        host.Environment["LC_ALL"] = "xx_XX.UTF-8";
        host.Environment["LD_PRELOAD"] = "/nowhere/noise.so";

        var job = await StartAsync("exit 5");

        Assert.Equal(5, (await EndAsync(job)).Rc);
    }

    [JobLifeFact]
    public async Task A_task_has_the_environment_of_its_user()
    {
        string[] names =
        [
            "id", "dir", "base", "key", "limit", "state", "group", "within", "epoch", "status", "environment", "answer", "about", "keep", "starter",
            "born", "stat", "child", "mark", "entry", "finished", "tool", "PLAYBOOKS_JOB",
        ];
        foreach (var name in names)
        {
            host.Environment[name] = $"users '{name}'";
        }

        var job = await StartAsync($"for name in {string.Join(' ', names)}; do eval \"echo \\$$name\"; done");

        Assert.Equal(0, (await EndAsync(job)).Rc);
        Assert.Equal(
            names.Select(name => name == "PLAYBOOKS_JOB" ? job.Id : $"users '{name}'").Append(""),
            (await jobs.ReadAsync(job, 1000, Cancel)).Stdout.Split('\n'));
    }
}
