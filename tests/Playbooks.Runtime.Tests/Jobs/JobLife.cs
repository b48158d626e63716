using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>The whole life of jobs under one shell, with real processes on this machine.</summary>
public abstract class JobLife : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RarePoll = TimeSpan.FromSeconds(300);

    private readonly ShellHost host;
    private readonly HostJobs jobs;
    private readonly List<JobHandle> started = [];
    private int number;

    private static int lastLimit = 900_000;
    private readonly int uniqueLimit = Interlocked.Increment(ref lastLimit);

    protected JobLife(string shell, params string[] tools)
    {
        host = new ShellHost(shell, tools);
        jobs = new HostJobs(new Host("here"), host, null, TimeProvider.System);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        host.IsCut = false;
        foreach (var job in started)
        {
            await jobs.CancelAsync(job, TimeSpan.Zero, CancellationToken.None);
        }

        await jobs.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_job_runs_and_its_result_is_found()
    {
        var job = await StartAsync("echo out; echo err >&2; sleep 0.1");

        Assert.Equal("here", job.Host);
        Assert.Equal(Environment.UserName, job.User);
        Assert.Equal(Path.Combine(host.JobsDirectory, job.Id), job.Directory);
        Assert.InRange(job.Started, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));

        var end = await EndAsync(job);

        Assert.Equal((JobState.Succeeded, 0, null, null), (end.State, end.Rc, end.Signal, end.Reason));
        Assert.InRange(end.Duration, TimeSpan.FromSeconds(0.1), Soon);
        Assert.Equal(job.Started, end.Started);
        Assert.Equal(new JobOutput("out\n", "err\n", false), await jobs.ReadAsync(job, 1000, Cancel));
        Assert.Equal((end.State, end), await Another().LookAsync(job, Cancel));
    }

    [Fact]
    public async Task The_status_is_one_line_of_json_with_all_that_is_known()
    {
        var job = await StartAsync("exit 3", task: "Say \"pid\":1, $HOME `id` \\n and ü");
        await EndAsync(job);

        var line = await File.ReadAllTextAsync(Path.Combine(job.Directory, "status.json"), Cancel);
        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        using var status = JsonDocument.Parse(line);
        var root = status.RootElement;
        Assert.Equal(job.Id, root.GetProperty("id").GetString());
        Assert.Equal("failed", root.GetProperty("state").GetString());
        Assert.Equal("Nightly", root.GetProperty("playbook").GetString());
        Assert.Equal("Say \"pid\":1, $HOME `id` \\n and ü", root.GetProperty("task").GetString());
        Assert.Equal("run-1", root.GetProperty("run").GetString());
        Assert.Equal(60, root.GetProperty("limit").GetInt32());
        Assert.Equal(3, root.GetProperty("rc").GetInt32());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("signal").ValueKind);
        Assert.False(root.GetProperty("timedOut").GetBoolean());
        Assert.Equal(job.Started.ToUnixTimeSeconds(), root.GetProperty("started").GetInt64());
        Assert.InRange(root.GetProperty("finished").GetInt64(), job.Started.ToUnixTimeSeconds(), job.Started.ToUnixTimeSeconds() + 60);
        Assert.Equal((await File.ReadAllTextAsync("/proc/sys/kernel/random/boot_id", Cancel)).Trim(), root.GetProperty("boot").GetString());
    }

    [Fact]
    public async Task A_failing_job_keeps_its_exit_status()
    {
        var end = await EndAsync(await StartAsync("exit 3"));

        Assert.Equal((JobState.Failed, 3, null), (end.State, end.Rc, end.Signal));
    }

    [Theory]
    [InlineData("KILL", 137)]
    [InlineData("TERM", 143)]
    public async Task A_job_ended_by_a_signal_says_which(string signal, int rc)
    {
        var end = await EndAsync(await StartAsync($"kill -{signal} $$"));

        Assert.Equal((JobState.Failed, rc, signal), (end.State, end.Rc, end.Signal));
    }

    [Fact]
    public async Task An_exit_status_that_is_no_signal_names_none()
    {
        var end = await EndAsync(await StartAsync("exit 255"));

        Assert.Equal((JobState.Failed, 255, null), (end.State, end.Rc, end.Signal));
    }

    [Fact]
    public async Task A_limit_is_kept_with_nobody_polling_and_the_whole_tree_is_gone()
    {
        var job = await StartAsync(
            """
            $(command -v setsid) sleep 971 &
            (sleep 972 &)
            ($(command -v setsid) sh -c 'sleep 973 & sleep 974' &)
            echo begun
            sleep 975
            """,
            limit: 1);

        await UntilAsync(() => StateOf(job) == "timedout");

        Assert.Empty(Processes.Marked(job.Id));
        await GoneAsync(job);
        var (state, end) = await jobs.LookAsync(job, Cancel);
        Assert.Equal(JobState.TimedOut, state);
        Assert.Equal((null, null, "it was ended at its limit of 1 s"), (end!.Rc, end.Signal, end.Reason));
        Assert.InRange(end.Duration, TimeSpan.FromSeconds(0.99), TimeSpan.FromSeconds(5));
        Assert.Equal("begun\n", (await jobs.ReadAsync(job, 1000, Cancel)).Stdout);
    }

    [Fact]
    public async Task What_ignores_TERM_is_killed_after_the_grace()
    {
        var job = await StartAsync("trap '' TERM; sleep 976 & while :; do sleep 1; done", limit: 1, grace: 1);

        var end = await EndAsync(job);

        Assert.Equal(JobState.TimedOut, end.State);
        Assert.InRange(end.Duration, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(8));
        Assert.Empty(Processes.Marked(job.Id));
    }

    [Fact]
    public async Task What_needs_a_moment_after_TERM_has_it()
    {
        var job = await StartAsync("trap 'sleep 0.5; echo tidy; exit 0' TERM; sleep 977 & wait", limit: 1);

        Assert.Equal(JobState.TimedOut, (await EndAsync(job)).State);
        Assert.Equal("tidy\n", (await jobs.ReadAsync(job, 1000, Cancel)).Stdout);
    }

    [Fact]
    public async Task A_success_at_the_last_moment_has_one_verdict()
    {
        var racing = await Task.WhenAll(Enumerable.Range(0, 12).Select(index =>
            StartAsync(string.Create(CultureInfo.InvariantCulture, $"sleep {0.94 + (index * 0.01)}; exit 0"), limit: 1)));

        foreach (var job in racing)
        {
            var end = await EndAsync(job);
            Assert.True(end is { State: JobState.Succeeded, Rc: 0 } or { State: JobState.TimedOut, Rc: null }, end.ToString());
            await GoneAsync(job);
            Assert.Equal(end.State.ToString(), StateOf(job), ignoreCase: true);
        }
    }

    [Fact]
    public async Task Nothing_runs_on_after_a_good_end()
    {
        var job = await StartAsync("exit 0", limit: uniqueLimit);
        await EndAsync(job);

        await GoneAsync(job);
        Assert.DoesNotContain(Processes.CommandLines(), line => line == $"sleep\0{uniqueLimit}\0");
    }

    [Fact]
    public async Task A_limit_holds_though_somebody_kills_every_sleep()
    {
        var job = await StartAsync("while :; do sleep 1; done", limit: 3, grace: 0);
        await UntilAsync(() => Sleeper(job) != 0);

        Process.GetProcessById(Sleeper(job)).Kill();

        var end = await EndAsync(job);
        Assert.Equal(JobState.TimedOut, end.State);
        Assert.InRange(end.Duration, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Cancelling_ends_the_whole_tree_and_twice_is_fine()
    {
        var job = await StartAsync("(sleep 978 &); sleep 979");
        await UntilAsync(() => Processes.Of(job.Id).Count >= 4);

        var end = await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel);

        Assert.Equal((JobState.Cancelled, null, "it was cancelled"), (end.State, end.Rc, end.Reason));
        await GoneAsync(job);
        Assert.Equal(end, await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel));
        Assert.Equal(end, await Another().CancelAsync(job, TimeSpan.FromSeconds(5), Cancel));
        Assert.Equal(end, await EndAsync(job));
        Assert.Equal("cancelled", StateOf(job));
    }

    [Fact]
    public async Task Cancelling_gives_the_grace_and_then_kills()
    {
        var job = await StartAsync("trap 'echo told' TERM; echo begun; while :; do sleep 0.1; done");
        await UntilAsync(() => File.ReadAllText(Path.Combine(job.Directory, "stdout")) == "begun\n");

        var end = await jobs.CancelAsync(job, TimeSpan.FromSeconds(1), Cancel);

        Assert.Equal(JobState.Cancelled, end.State);
        Assert.Equal("begun\ntold\n", (await jobs.ReadAsync(job, 1000, Cancel)).Stdout);
        await GoneAsync(job);
    }

    [Fact]
    public async Task Cancelling_right_after_the_start_leaves_nothing()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var job = await StartAsync("sleep 980");
            Assert.Equal(JobState.Cancelled, (await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel)).State);
            await GoneAsync(job);
        }
    }

    [Fact]
    public async Task Cancelling_what_has_ended_changes_nothing()
    {
        var job = await StartAsync("exit 4");
        var end = await EndAsync(job);

        Assert.Equal(end, await Another().CancelAsync(job, TimeSpan.FromSeconds(5), Cancel));
        Assert.Equal("failed", StateOf(job));
    }

    [Fact]
    public async Task A_killed_supervisor_is_found_out_soon_and_what_it_left_can_be_ended()
    {
        var job = await StartAsync("sleep 981", limit: uniqueLimit);
        var waiting = jobs.WaitAsync(job, RarePoll, null, Cancel);
        await UntilAsync(() => StateOf(job) == "running");

        Process.GetProcessById(StatusOf(job).GetProperty("pid").GetInt32()).Kill();

        var end = await waiting.WaitAsync(Soon, Cancel);
        Assert.Equal(JobState.Lost, end.State);
        Assert.Contains("supervisor", end.Reason, StringComparison.Ordinal);
        Assert.Equal(JobState.Lost, (await Another().LookAsync(job, Cancel)).State);
        Assert.Equal(JobState.Lost, (await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel)).State);
        await GoneAsync(job);
        Assert.DoesNotContain(Processes.CommandLines(), line => line == $"sleep\0{uniqueLimit}\0");
    }

    [Fact]
    public async Task A_limit_holds_without_a_supervisor()
    {
        var job = await StartAsync("sleep 982", limit: 2, grace: 1);
        await UntilAsync(() => StateOf(job) == "running");

        Process.GetProcessById(StatusOf(job).GetProperty("pid").GetInt32()).Kill();

        await GoneAsync(job);
        Assert.Equal(JobState.Lost, (await jobs.LookAsync(job, Cancel)).State);
    }

    [Fact]
    public async Task A_reboot_is_told_as_that()
    {
        var job = await StartAsync("sleep 983");
        await UntilAsync(() => StateOf(job) == "running");
        var status = Path.Combine(job.Directory, "status.json");
        var boot = StatusOf(job).GetProperty("boot").GetString()!;
        await jobs.CancelAsync(job, TimeSpan.Zero, Cancel);

        var rebooted = (await File.ReadAllTextAsync(status, Cancel)).Replace("cancelled", "running", StringComparison.Ordinal);
        await File.WriteAllTextAsync(status, rebooted.Replace(boot, Guid.Empty.ToString(), StringComparison.Ordinal), Cancel);

        var (state, end) = await Another().LookAsync(job, Cancel);
        Assert.Equal((JobState.Lost, "its host was rebooted"), (state, end!.Reason));
    }

    [Fact]
    public async Task A_deleted_directory_is_found_at_the_next_look_and_the_job_can_still_be_cancelled()
    {
        var job = await StartAsync("sleep 984", limit: uniqueLimit);
        await UntilAsync(() => StateOf(job) == "running");
        Directory.Delete(job.Directory, recursive: true);

        var end = await jobs.WaitAsync(job, TimeSpan.FromSeconds(0.5), null, Cancel).WaitAsync(Soon, Cancel);

        Assert.Equal((JobState.Lost, $"its directory {job.Directory} was deleted"), (end.State, end.Reason));
        await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel);
        await GoneAsync(job);
        Assert.False(Directory.Exists(job.Directory));
        Assert.DoesNotContain(Processes.CommandLines(), line => line == $"sleep\0{uniqueLimit}\0");
        Assert.Equal(new JobOutput("", "", false), await jobs.ReadAsync(job, 1000, Cancel));
    }

    [Fact]
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

    [Fact]
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

    [Fact]
    public async Task Output_is_exact_and_its_tail_is_given()
    {
        var job = await StartAsync("""printf 'grüße, 世界\n\377\nno end'; printf 'x\n\n' >&2""");
        await EndAsync(job);

        Assert.Equal(new JobOutput("grüße, 世界\n\uFFFD\nno end", "x\n\n", false), await jobs.ReadAsync(job, 1000, Cancel));
        Assert.Equal(new JobOutput("no end", "x\n\n", true), await jobs.ReadAsync(job, 6, Cancel));
        Assert.Equal("\n\uFFFD\nno end", (await jobs.ReadAsync(job, 11, Cancel)).Stdout);
    }

    [Theory]
    [InlineData("sleep 985")]
    [InlineData("sleep 986 & sleep 987 & exec sleep 988")]
    [InlineData("($(command -v setsid) sh -c 'sleep 989 & sleep 990' &) ; cat; sleep 991")]
    public async Task A_start_returns_at_once_whatever_the_job_does(string script)
    {
        var clock = Stopwatch.StartNew();
        var job = await StartAsync(script);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Soon);
        Assert.Contains((await jobs.LookAsync(job, Cancel)).State, (JobState[])[JobState.Starting, JobState.Running]);
    }

    [Fact]
    public async Task What_a_good_job_left_running_on_purpose_lives()
    {
        var job = await StartAsync("sleep 992 & echo $!");
        await EndAsync(job);

        var service = int.Parse((await jobs.ReadAsync(job, 100, Cancel)).Stdout, CultureInfo.InvariantCulture);
        using var process = Process.GetProcessById(service);
        Assert.False(process.HasExited);
        process.Kill();
    }

    [Fact]
    public async Task Many_jobs_at_once_share_one_pipe()
    {
        var many = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => StartAsync($"sleep 0.5; exit {index}")));

        var all = await Task.WhenAll(many.Select(EndAsync));

        Assert.Equal(Enumerable.Range(0, 20), all.Select(end => end.Rc!.Value));
        Assert.Equal(1, host.PipesOpened);
    }

    [Fact]
    public async Task An_end_is_known_long_before_the_next_look()
    {
        var job = await StartAsync("sleep 0.3");
        var looks = 0;

        var end = await jobs.WaitAsync(job, RarePoll, () => looks++, Cancel).WaitAsync(Soon, Cancel);

        Assert.Equal((JobState.Succeeded, 0), (end.State, looks));
    }

    [Fact]
    public async Task Every_poll_looks()
    {
        var go = Path.Combine(host.Home, "go");
        var job = await StartAsync($"until [ -e {go} ]; do sleep 0.1; done");
        var looks = 0;

        var end = await jobs.WaitAsync(
            job,
            TimeSpan.FromSeconds(0.2),
            () =>
            {
                if (++looks == 2)
                {
                    File.WriteAllText(go, "");
                }
            },
            Cancel).WaitAsync(Soon, Cancel);

        Assert.Equal(JobState.Succeeded, end.State);
        Assert.InRange(looks, 2, 100);
    }

    [Fact]
    public async Task A_lost_pipe_is_mended()
    {
        var go = Path.Combine(host.Home, "go");
        var job = await StartAsync($"until [ -e {go} ]; do sleep 0.1; done");
        var waiting = jobs.WaitAsync(job, RarePoll, null, Cancel);
        await UntilAsync(() => host.PipesOpened == 1);

        host.KillPipes();
        await UntilAsync(() => host.PipesOpened == 2);
        await File.WriteAllTextAsync(go, "", Cancel);

        Assert.Equal(JobState.Succeeded, (await waiting.WaitAsync(Soon, Cancel)).State);
    }

    [Fact]
    public async Task A_cut_host_that_heals_gives_the_result()
    {
        var job = await StartAsync("sleep 0.5; exit 6");
        host.IsCut = true;
        var waiting = jobs.WaitAsync(job, TimeSpan.FromSeconds(0.2), null, Cancel);
        await UntilAsync(() => StateOf(job) == "failed");

        host.IsCut = false;

        Assert.Equal(6, (await waiting.WaitAsync(Soon, Cancel)).Rc);
    }

    [Fact]
    public async Task Waits_that_are_given_up_leave_nothing_on_the_host()
    {
        var job = await StartAsync("sleep 993");
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var other = Another();
        var abandoned = jobs.WaitAsync(job, RarePoll, null, giveUp.Token);
        var disposed = other.WaitAsync(job, RarePoll, null, Cancel);
        await UntilAsync(() => WatchingShells() == 4);

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        await UntilAsync(() => WatchingShells() == 3);

        await other.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => disposed);
        await UntilAsync(() => WatchingShells() == 1);
        Assert.Equal(JobState.Running, (await jobs.LookAsync(job, Cancel)).State);
    }

    [Fact]
    public async Task Removing_leaves_nothing_of_an_ended_job_and_all_of_a_running_one()
    {
        var running = await StartAsync("sleep 994");
        var ended = await StartAsync("exit 0");
        await EndAsync(ended);

        await jobs.RemoveAsync(running, Cancel);
        await jobs.RemoveAsync(ended, Cancel);
        await jobs.RemoveAsync(ended, Cancel);

        Assert.Equal([running.Directory], Directory.EnumerateFileSystemEntries(host.JobsDirectory));
        Assert.True(File.Exists(Path.Combine(running.Directory, "status.json")));
    }

    [Fact]
    public async Task Cleaning_removes_only_what_has_ended_and_is_old_and_ours()
    {
        var running = await StartAsync("sleep 995");
        var ended = await StartAsync("exit 0");
        await EndAsync(ended);
        var foreign = Directory.CreateDirectory(Path.Combine(host.JobsDirectory, "foreign")).FullName;
        var target = Directory.CreateDirectory(Path.Combine(host.Home, "target")).FullName;
        File.Copy(Path.Combine(ended.Directory, "status.json"), Path.Combine(target, "status.json"));
        var link = Path.Combine(host.JobsDirectory, "link");
        Directory.CreateSymbolicLink(link, target);

        Assert.Empty(await jobs.CleanAsync(null, TimeSpan.FromHours(1), Cancel));
        Assert.Equal([ended.Id], await jobs.CleanAsync(null, TimeSpan.Zero, Cancel));

        Assert.Equal(
            new[] { running.Directory, foreign, link }.Order(),
            Directory.EnumerateFileSystemEntries(host.JobsDirectory).Order());
        Assert.True(File.Exists(Path.Combine(target, "status.json")));
    }

    [Fact]
    public async Task Cleaning_where_nothing_is_removes_nothing() =>
        Assert.Empty(await jobs.CleanAsync(null, TimeSpan.Zero, Cancel));

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("a..b")]
    [InlineData(".hidden")]
    [InlineData("-rf")]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ü")]
    [InlineData("a\n")]
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

    [Fact]
    public async Task A_directory_that_is_not_the_ids_is_refused_on_the_host()
    {
        var victim = Directory.CreateDirectory(Path.Combine(host.Home, "victim")).FullName;
        var job = new JobHandle("some.job", "here", "me", victim, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(1));

        Assert.Equal(64, (await host.FeedAsync(JobScripts.Remove(job), Cancel)).Rc);
        Assert.True(Directory.Exists(victim));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_a_clear_error()
    {
        await File.WriteAllTextAsync(Path.Combine(host.Home, "file"), "", Cancel);
        await using var elsewhere = new HostJobs(new Host("here"), host, "~/file/jobs", TimeProvider.System);

        var refused = await Assert.ThrowsAsync<JobStartException>(() => elsewhere.StartAsync(Spec("echo never"), Cancel));

        Assert.StartsWith("here: the job cannot be started in ~/file/jobs: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Not a directory", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--async-dir", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_starts_nothing_and_leaves_nothing()
    {
        host.Replace("mv", "echo 'mv: No space left on device' >&2; exit 1");

        var refused = await Assert.ThrowsAsync<JobStartException>(() => jobs.StartAsync(Spec("touch never"), Cancel));

        Assert.Contains("No space left on device", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(host.JobsDirectory));
        Assert.False(File.Exists(Path.Combine(host.Home, "never")));
    }

    [Fact]
    public async Task Jobs_can_live_elsewhere()
    {
        await using var elsewhere = new HostJobs(new Host("here"), host, Path.Combine(host.Root, "some where's"), TimeProvider.System);
        var job = await elsewhere.StartAsync(Spec("exit 5"), Cancel);

        Assert.Equal(Path.Combine(host.Root, "some where's", job.Id), job.Directory);
        Assert.Equal(5, (await elsewhere.WaitAsync(job, RarePoll, null, Cancel).WaitAsync(Soon, Cancel)).Rc);
        Assert.Equal([job.Id], await elsewhere.CleanAsync(null, TimeSpan.Zero, Cancel));
        Assert.False(Directory.Exists(host.JobsDirectory));
    }

    [Fact]
    public async Task Nobody_else_can_read_a_jobs_files()
    {
        var job = await StartAsync("sleep 996");
        await UntilAsync(() => StateOf(job) == "running");

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(host.JobsDirectory));
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(job.Directory));
        var files = Directory.EnumerateFiles(job.Directory).ToList();
        Assert.Equal(["alive", "script", "status.json", "stderr", "stdout", "timer"], files.Select(Path.GetFileName).Order());
        Assert.All(files, file => Assert.Equal(owner, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task Nothing_of_the_task_is_in_any_command_line()
    {
        const string secret = "hunter2-0f6e5a";
        var seen = new List<string>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var watching = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    seen.AddRange(Processes.CommandLines().Where(line => line.Contains(secret, StringComparison.Ordinal)));
                }
            },
            Cancel);

        var spec = Spec($"sleep 0.3; echo {secret} $PASSWORD") with
        {
            Task = secret,
            Env = new Dictionary<string, string> { ["PASSWORD"] = secret + "'s" },
        };
        var job = await jobs.StartAsync(spec, Cancel);
        await EndAsync(job);
        var output = await jobs.ReadAsync(job, 1000, Cancel);
        await stop.CancelAsync();
        await watching;

        Assert.Equal($"{secret} {secret}'s\n", output.Stdout);
        Assert.Empty(seen);
    }

    [Fact]
    public async Task A_job_runs_in_the_home_with_an_empty_input_and_the_users_mask()
    {
        var job = await StartAsync("cat; pwd; umask; echo $PLAYBOOKS_JOB");
        await EndAsync(job);

        var lines = (await jobs.ReadAsync(job, 1000, Cancel)).Stdout.Split('\n');
        Assert.Equal(host.Home, lines[0]);
        Assert.Equal("22", lines[1].TrimStart('0'));
        Assert.Equal(job.Id, lines[2]);
    }

    [Fact]
    public async Task A_job_holds_nothing_of_the_supervisor_open()
    {
        var job = await StartAsync("for n in 3 4 5 6 7 8 9; do [ ! -e /proc/$$/fd/$n ] || ls -l /proc/$$/fd/$n; done");
        await EndAsync(job);

        Assert.Equal("", (await jobs.ReadAsync(job, 10000, Cancel)).Stdout);
    }

    [Fact]
    public async Task A_limit_that_is_none_is_refused()
    {
        var refused = await Assert.ThrowsAsync<UsageException>(() => StartAsync("echo never", limit: 0));

        Assert.Contains("limit", refused.Message, StringComparison.Ordinal);
    }

    private static string? StateOf(JobHandle job) => StateOf(job.Directory);

    private static string? StateOf(string directory)
    {
        var file = Path.Combine(directory, "status.json");
        if (!File.Exists(file))
        {
            return null;
        }

        using var status = JsonDocument.Parse(File.ReadAllText(file));
        return status.RootElement.GetProperty("state").GetString();
    }

    private static JsonElement StatusOf(JobHandle job)
    {
        using var status = JsonDocument.Parse(File.ReadAllText(Path.Combine(job.Directory, "status.json")));
        return status.RootElement.Clone();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Soon, "It did not come about.");
            await Task.Delay(20, Cancel);
        }
    }

    private static Task GoneAsync(JobHandle job) => UntilAsync(() => Processes.Of(job.Id).Count == 0);

    // The sleep that keeps a job's limit.
    private static int Sleeper(JobHandle job) => Processes.Having("environ", $"PLAYBOOKS_TIMER={job.Id}").SingleOrDefault();

    // The shells of this host's pipes: one a pipe, and one a wait.
    private int WatchingShells() => Directory.EnumerateDirectories("/proc").Count(process =>
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(process, "cwd"), false)?.FullName == host.Home
                && File.ReadAllText(Path.Combine(process, "cmdline")).TrimEnd('\0') == Path.Combine(host.Root, "bin", "sh");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    private HostJobs Another() => new(new Host("here"), host, null, TimeProvider.System);

    private Task<JobEnd> EndAsync(JobHandle job) => jobs.WaitAsync(job, RarePoll, null, Cancel).WaitAsync(Soon, Cancel);

    private JobSpec Spec(string script, int limit = 60, int grace = 10, string task = "Backup") =>
        new(JobId.For("run-1", task, "here", Interlocked.Increment(ref number), 0) + Path.GetFileName(host.Root)[^6..], script, TimeSpan.FromSeconds(limit))
        {
            Grace = TimeSpan.FromSeconds(grace),
            Playbook = "Nightly",
            Task = task,
            Run = "run-1",
        };

    private async Task<JobHandle> StartAsync(string script, int limit = 60, int grace = 10, string task = "Backup")
    {
        var job = await jobs.StartAsync(Spec(script, limit, grace, task), Cancel);
        lock (started)
        {
            started.Add(job);
        }

        return job;
    }
}
