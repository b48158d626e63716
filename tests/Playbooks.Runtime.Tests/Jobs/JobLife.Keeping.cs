using System.Diagnostics;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>Its end, which nothing takes away.</content>
public abstract partial class JobLife
{
    [JobLifeTheory]
    [InlineData("exit 0", JobState.Succeeded, 0)]
    [InlineData("exit 7", JobState.Failed, 7)]
    [InlineData("kill -TERM $$", JobState.Failed, 143)]
    public async Task An_end_that_cannot_be_written_on_a_full_disk_is_known(string script, JobState state, int rc)
    {
        var full = Path.Combine(host.Home, "full");
        host.Replace("mv", $"[ ! -e {full} ] || {{ echo 'mv: No space left on device' >&2; exit 1; }}\nexec /usr/bin/busybox mv \"$@\"");
        var go = Path.Combine(host.Home, "go");
        var job = await StartAsync($"until [ -e {go} ]; do sleep 0.1; done; {script}");
        await UntilAsync(() => StateOf(job) == "running");

        await File.WriteAllTextAsync(full, "", Cancel);
        await File.WriteAllTextAsync(go, "", Cancel);
        var end = await EndAsync(job);

        Assert.Equal((state, rc, rc > 128 ? "TERM" : null), (end.State, end.Rc, end.Signal));
        Assert.InRange(end.Duration, TimeSpan.FromSeconds(0.01), Soon);
        Assert.Equal("running", StateOf(job));
        Assert.Equal(end, (await Another().LookAsync(job, Cancel)).End);
        await UntilAsync(() => Processes.Having("cmdline", $"playbooks-job:{job.Id}").Count == 0);
        Assert.True((await jobs.ReadAsync(job, 1000, Cancel)).HadNoRoom);
    }

    [JobLifeFact]
    public async Task Output_that_could_be_kept_is_not_reported_as_missing()
    {
        var job = await StartAsync("echo whole");
        await EndAsync(job);

        Assert.Equal(new JobOutput("whole\n", "", false), await jobs.ReadAsync(job, 1000, Cancel));
    }

    [JobLifeFact]
    [Behaviour("41")]
    public async Task A_killed_supervisor_is_a_loss_for_good()
    {
        var job = await StartAsync("sleep 967", limit: 2, grace: 1);
        await UntilAsync(() => StateOf(job) == "running");

        await KillSupervisorAsync(job);
        var end = await EndAsync(job);
        await GoneAsync(job);

        Assert.Equal((JobState.Lost, "the job's supervisor was killed"), (end.State, end.Reason));
        Assert.Equal(end, (await Another().LookAsync(job, Cancel)).End);
    }

    [JobLifeFact]
    [Behaviour("A", "U5")]
    public async Task A_task_that_has_ended_before_its_limit_is_never_timed_out()
    {
        var go = Path.Combine(host.Home, "go");
        var job = await StartAsync($"until [ -e {go} ]; do sleep 0.1; done", limit: 8);
        await UntilAsync(() => StateOf(job) == "running");
        var status = StatusOf(job);

        // The supervisor hears of nothing until long after the limit.
        var supervisor = status.GetProperty("pid").GetInt32();
        Processes.Signal(supervisor, "STOP");
        await File.WriteAllTextAsync(go, "", Cancel);
        await UntilAsync(() => !Processes.Runs(status.GetProperty("child").GetInt32()));
        await UntilAsync(() => Sleeper(job) == 0);
        Processes.Signal(supervisor, "CONT");

        var end = await EndAsync(job);
        Assert.Equal((JobState.Succeeded, 0), (end.State, end.Rc));
    }

    [JobLifeFact]
    [Behaviour("25", "U13")]
    public async Task NoLog_output_can_be_read_by_those_who_wait()
    {
        var job = await StartAsync("echo out; echo err >&2; exit 3", keeps: 60);

        Assert.Equal(3, (await EndAsync(job)).Rc);
        Assert.Equal(new JobOutput("out\n", "err\n", false), await jobs.ReadAsync(job, 1000, Cancel));
        Assert.False(File.Exists(Path.Combine(job.Directory, "script")));
    }

    [JobLifeFact]
    [Behaviour("25", "U13")]
    public async Task NoLog_output_is_removed_soon_after_the_end()
    {
        var job = await StartAsync("echo secret; echo secret >&2; exit 3", keeps: 1);

        await UntilAsync(() => !File.Exists(Path.Combine(job.Directory, "stdout")) && !File.Exists(Path.Combine(job.Directory, "stderr")));

        Assert.Equal(3, (await jobs.LookAsync(job, Cancel)).End!.Rc);
        Assert.Equal(["alive", "spare", "status.json", "timer", "verdict"], Directory.EnumerateFiles(job.Directory).Select(Path.GetFileName).Order());
        Assert.DoesNotContain("secret", await File.ReadAllTextAsync(Path.Combine(job.Directory, "status.json"), Cancel), StringComparison.Ordinal);
    }

    [JobLifeFact]
    [Behaviour("C", "U2")]
    public async Task A_cgroup_holds_what_drops_every_mark()
    {
        var job = await StartAsync(
            $"""
            env -i "PATH=$PATH" $(command -v setsid) sh -c 'sleep {uniqueLimit}1 & sleep {uniqueLimit}2' &
            (env -i "PATH=$PATH" $(command -v setsid) sleep {uniqueLimit}3 &)
            sleep {uniqueLimit}4
            """);
        var group = Path.Combine(job.Directory, "group");
        await UntilAsync(() => File.Exists(Path.Combine(group, "cgroup.procs"))
            && File.ReadAllLines(Path.Combine(group, "cgroup.procs")).Length >= 5);

        var target = Directory.ResolveLinkTarget(group, returnFinalTarget: false)!.FullName;
        Assert.Equal(JobState.Cancelled, (await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel)).State);

        Assert.False(Directory.Exists(target));
        Assert.Empty(Processes.Sleeping(uniqueLimit));
    }

    [JobLifeFact]
    public async Task A_good_end_leaves_no_cgroup()
    {
        var job = await StartAsync("sleep 997 & echo $!");
        var group = new FileInfo(Path.Combine(job.Directory, "group")).LinkTarget!;
        await EndAsync(job);

        await UntilAsync(() => !Directory.Exists(group));
        using var left = Process.GetProcessById(int.Parse((await jobs.ReadAsync(job, 100, Cancel)).Stdout, System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(left.HasExited);
        left.Kill();
    }
}
