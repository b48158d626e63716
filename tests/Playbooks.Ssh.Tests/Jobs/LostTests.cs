using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Playbooks.Jobs;
using Playbooks.Runtime.Tests.Jobs;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>A job that died without saying so is found out by one look, with the reason. Each test mends what it broke.</summary>
[Behaviour("41")]
public sealed class LostTests(Lab lab) : IClassFixture<Lab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_supervisor_is_reported_to_waits_and_to_checks()
    {
        await using var jobs = LabJobs.Of(lab, "h1");
        var job = await jobs.StartAsync("sleep 600", limit: 600);
        await jobs.RunningAsync(job);
        var waiting = jobs.EndAsync(job);

        await KillSupervisorAsync(jobs, job);

        Assert.Equal(JobState.Lost, (await waiting).State);
        await using var another = LabJobs.Of(lab, "h1");
        var (state, end) = await another.LookAsync(job);
        Assert.Equal(JobState.Lost, state);
        Assert.Contains("supervisor", end!.Reason, StringComparison.Ordinal);
        await another.CancelAsync(job);
        Assert.Empty(Processes.Of(job.Id));
    }

    [Fact]
    [Behaviour("7")]
    public async Task A_killed_task_has_failed_by_the_signal_and_is_not_lost()
    {
        await using var jobs = LabJobs.Of(lab, "h2");
        var job = await jobs.StartAsync("exec sleep 600", limit: 600);
        await jobs.RunningAsync(job);
        await Until.HoldsAsync(() => Processes.Marked(job.Id).Count == 1);

        using var task = Process.GetProcessById(Processes.Marked(job.Id).Single());
        task.Kill();

        var end = await jobs.EndAsync(job);
        Assert.Equal((JobState.Failed, 137, "KILL"), (end.State, end.Rc, end.Signal));
    }

    [Fact]
    [Behaviour("U11")]
    public async Task A_reboot_during_a_job_is_reported_as_a_reboot()
    {
        await using var jobs = LabJobs.Of(lab, "h3");
        var job = await jobs.StartAsync("sleep 600", limit: 600);
        await jobs.RunningAsync(job);
        var waiting = jobs.EndAsync(job);

        await lab.RunAsync("reboot", "h3");

        var end = await waiting;
        Assert.Equal((JobState.Lost, "the host was rebooted"), (end.State, end.Reason));
    }

    [Fact]
    public async Task A_job_that_ended_before_a_reboot_keeps_its_end()
    {
        await using var jobs = LabJobs.Of(lab, "h3");
        var job = await jobs.StartAsync("echo kept; exit 3");
        await Until.HoldsAsync(() => jobs.Status(job).Contains("\"state\":\"failed\"", StringComparison.Ordinal));

        await lab.RunAsync("reboot", "h3");

        await using var another = LabJobs.Of(lab, "h3");
        Assert.Equal((JobState.Failed, 3), ((await another.EndAsync(job)).State, (await another.EndAsync(job)).Rc));
        Assert.Equal("kept\n", await another.StdoutAsync(job));
    }

    [Fact]
    public async Task The_result_is_kept_even_if_the_disk_is_full_when_the_end_is_written() =>
        Assert.Equal((JobState.Failed, 6, null), Told(await EndOnFullDiskAsync("size=64k", "cat /dev/zero >/tmp/small/filler")));

    [Fact]
    public async Task The_end_is_kept_even_if_the_disk_has_no_room_for_a_link() => Assert.Equal(
        (JobState.Failed, 6, null),
        Told(await EndOnFullDiskAsync("nr_inodes=60", "n=0; while [ $n -lt 60 ]; do : >/tmp/small/$n || exit 0; n=$((n + 1)); done")));

    [Fact]
    [Behaviour("41")]
    public async Task A_supervisor_that_dies_on_a_full_disk_is_found_out_with_both() => Assert.Equal(
        (JobState.Lost, null, "the job's supervisor died, and the host's disk is full"),
        Told(await EndOnFullDiskAsync(
            "size=64k", "cat /dev/zero >/tmp/small/filler", "kill -KILL $(sed 's/.*\"pid\":\\([0-9]*\\).*/\\1/' /tmp/small/jobs/*/status.json)")));

    [Fact]
    [Behaviour("2")]
    public async Task A_disk_that_is_full_at_the_start_starts_nothing_and_says_so()
    {
        await lab.SshAsync("h1", "mkdir -p /tmp/none && mount -t tmpfs -o size=8k,mode=700 none /tmp/none && cat /dev/zero >/tmp/none/filler 2>/dev/null || :");
        try
        {
            await using var jobs = LabJobs.Of(lab, "h1", "/tmp/none/jobs");

            var refused = await Assert.ThrowsAsync<JobStartException>(() => jobs.StartAsync("touch ~/started-anyway"));

            Assert.Contains("No space left on device", refused.Message, StringComparison.Ordinal);
            Assert.Contains("--async-dir", refused.Message, StringComparison.Ordinal);
            Assert.False(File.Exists(lab.InHome("h1", "started-anyway")));
        }
        finally
        {
            await lab.SshAsync("h1", "umount -l /tmp/none");
        }
    }

    [Fact]
    public async Task A_deleted_directory_is_found_by_the_next_look_and_nothing_runs_on_when_it_is_cancelled()
    {
        await using var jobs = LabJobs.Of(lab, "h2");
        var job = await jobs.StartAsync("sleep 600", limit: 600);
        await jobs.RunningAsync(job);

        Directory.Delete(lab.InHome("h2", ".playbooks_async", job.Id), recursive: true);

        var end = await jobs.EndAsync(job, poll: TimeSpan.FromSeconds(1));
        Assert.Equal((JobState.Lost, $"the directory {job.Directory} was deleted"), (end.State, end.Reason));
        await jobs.CancelAsync(job);
        Assert.Empty(Processes.Of(job.Id));
    }

    [Fact]
    [Behaviour("26")]
    public async Task A_home_that_is_mounted_noexec_does_not_matter()
    {
        await lab.SshAsync("h3", "mount -t tmpfs -o noexec,mode=700 home ~");
        try
        {
            await using var jobs = LabJobs.Of(lab, "h3");
            Assert.Equal("noexec", (await jobs.RunAsync("cp /bin/true ~/true; ~/true 2>/dev/null || echo noexec")).Trim());

            var job = await jobs.StartAsync("echo ran; exit 4");

            Assert.Equal((JobState.Failed, 4), ((await jobs.EndAsync(job)).State, (await jobs.EndAsync(job)).Rc));
            Assert.Equal("ran\n", await jobs.StdoutAsync(job));
        }
        finally
        {
            await lab.SshAsync("h3", "umount -l ~");
        }
    }

    [Fact]
    [Behaviour("13")]
    public async Task A_home_that_cannot_be_written_is_a_clear_error_that_names_the_option_which_helps()
    {
        await lab.SshAsync("h3", "mount -t tmpfs -o ro,mode=700 home ~");
        try
        {
            await using var jobs = LabJobs.Of(lab, "h3");

            var refused = await Assert.ThrowsAsync<JobStartException>(() => jobs.StartAsync("echo never"));

            Assert.StartsWith("h3: ", refused.Message, StringComparison.Ordinal);
            Assert.Contains("Read-only file system", refused.Message, StringComparison.Ordinal);
            Assert.Contains("--async-dir", refused.Message, StringComparison.Ordinal);
            await using var elsewhere = LabJobs.Of(lab, "h3", "/tmp/jobs elsewhere");
            var job = await elsewhere.StartAsync("echo here");
            Assert.Equal(JobState.Succeeded, (await elsewhere.EndAsync(job)).State);
            Assert.Equal($"/tmp/jobs elsewhere/{job.Id}", job.Directory);
        }
        finally
        {
            await lab.SshAsync("h3", "umount -l ~; rm -rf '/tmp/jobs elsewhere'");
        }
    }

    [Fact]
    [Behaviour("C")]
    public async Task Without_setsid_a_job_starts_ends_by_its_limit_outlives_its_connection_and_is_found_lost()
    {
        // A command is found where PATH says: this one is there, and cannot be run.
        await lab.SshAsync("h2", "mount --bind /dev/null /usr/bin/setsid");
        try
        {
            await using var jobs = LabJobs.Of(lab, "h2");
            Assert.Equal("none\n", await jobs.RunAsync("command -v setsid >/dev/null || echo none"));
            var survivor = await jobs.StartAsync("sleep 3; echo survived", limit: 600);
            var limited = await jobs.StartAsync("sleep 600 & (sleep 601 &); sleep 602", limit: 2);
            var lost = await jobs.StartAsync("sleep 603", limit: 600);
            await jobs.RunningAsync(lost);

            await lab.RunAsync("drop", "h2");
            await KillSupervisorAsync(jobs, lost);

            await using var another = LabJobs.Of(lab, "h2");
            var ends = await Task.WhenAll(another.EndAsync(survivor), another.EndAsync(limited), another.EndAsync(lost));
            Assert.Equal([JobState.Succeeded, JobState.TimedOut, JobState.Lost], ends.Select(end => end.State));
            Assert.Empty(Processes.Of(limited.Id));
            await another.CancelAsync(lost);
            Assert.Empty(Processes.Of(lost.Id));
        }
        finally
        {
            await lab.SshAsync("h2", "umount /usr/bin/setsid");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_got_the_supervisors_number_fools_nobody(bool isJobsToo)
    {
        await using var jobs = LabJobs.Of(lab, "h1");
        var other = await jobs.StartAsync("exec sleep 600", limit: 600);
        var job = await jobs.StartAsync("sleep 601", limit: 600);
        await jobs.RunningAsync(job);
        await jobs.RunningAsync(other);
        var number = Field(jobs.Status(job), "pid");
        var another = isJobsToo
            ? Field(jobs.Status(other), "pid")
            : int.Parse(await jobs.RunAsync("(setsid sleep 602 >/dev/null 2>&1 & echo $!)"), CultureInfo.InvariantCulture);
        await KillSupervisorAsync(jobs, job);

        var file = lab.InHome("h1", ".playbooks_async", job.Id, "status.json");
        await File.WriteAllTextAsync(
            file, (await File.ReadAllTextAsync(file, Token)).Replace($"\"pid\":{number},", $"\"pid\":{another},", StringComparison.Ordinal), Token);

        await using var later = LabJobs.Of(lab, "h1");
        Assert.Equal(JobState.Lost, (await later.LookAsync(job)).State);
        await later.CancelAsync(job);
        Assert.Empty(Processes.Of(job.Id));
        Assert.Equal(JobState.Running, (await later.LookAsync(other)).State);
        await later.CancelAsync(other);
        await later.RunAsync(isJobsToo ? ":" : $"kill {another}");
    }

    [Fact]
    [Behaviour("44", "14")]
    public async Task A_job_that_is_not_there_says_so_and_where()
    {
        await using var jobs = LabJobs.Of(lab, "h1", "~/elsewhere");
        var job = await jobs.StartAsync("exit 0");
        await jobs.EndAsync(job);
        await jobs.Jobs.RemoveAsync(job, Token);

        await using var another = LabJobs.Of(lab, "h1", "~/elsewhere");
        var (state, end) = await another.LookAsync(job);

        Assert.Equal(JobState.Lost, state);
        Assert.Contains(job.Directory, end!.Reason, StringComparison.Ordinal);
    }

    private static (JobState State, int? Rc, string? Reason) Told(JobEnd end) => (end.State, end.Rc, end.Reason);

    // The end of a job that exits with 6 unless something else happens, on a disk that is filled while it runs.
    private async Task<JobEnd> EndOnFullDiskAsync(string size, string fill, string then = ": >/tmp/full")
    {
        await lab.SshAsync("h1", $"mkdir -p /tmp/small && mount -t tmpfs -o {size},mode=700 small /tmp/small && mkdir /tmp/small/jobs");
        try
        {
            await using var small = LabJobs.Of(lab, "h1", "/tmp/small/jobs");
            var job = await small.StartAsync("until [ -e /tmp/full ]; do sleep 0.05; done; exit 6", limit: 600);
            await small.RunAsync($"until grep -q running '{job.Directory}/status.json'; do sleep 0.05; done");
            var waiting = small.EndAsync(job);

            await small.RunAsync($"({fill}) 2>/dev/null; {then}");

            var end = await waiting;
            await small.CancelAsync(job);
            await Until.HoldsAsync(() => Processes.Of(job.Id).Count == 0);
            return end;
        }
        finally
        {
            await lab.SshAsync("h1", "umount -l /tmp/small; rm -f /tmp/full");
        }
    }

    private static int Field(string status, string name)
    {
        using var json = JsonDocument.Parse(status);
        return json.RootElement.GetProperty(name).GetInt32();
    }

    // A process that is killed lives on for a moment.
    private static async Task KillSupervisorAsync(LabJobs jobs, JobHandle job)
    {
        var stat = $"/proc/{Field(jobs.Status(job), "pid")}/stat";
        await jobs.RunAsync(
            $"kill -KILL {Field(jobs.Status(job), "pid")}; while {{ read -r stat <{stat}; }} 2>/dev/null; do case $stat in *') Z '*) break ;; esac; " +
            "sleep 0.05; done");
    }
}
