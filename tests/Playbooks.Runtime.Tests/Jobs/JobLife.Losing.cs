using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>Its loss.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    public async Task A_killed_supervisor_is_found_out_soon_and_what_it_left_can_be_ended()
    {
        var job = await StartAsync("sleep 981", limit: uniqueLimit);
        var waiting = jobs.WaitAsync(job, RarePoll, null, Cancel);
        await UntilAsync(() => StateOf(job) == "running");

        await KillSupervisorAsync(job);

        var end = await waiting.WaitAsync(Soon, Cancel);
        Assert.Equal(JobState.Lost, end.State);
        Assert.Contains("supervisor", end.Reason, StringComparison.Ordinal);
        Assert.Equal(JobState.Lost, (await Another().LookAsync(job, Cancel)).State);
        Assert.Equal(JobState.Lost, (await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel)).State);
        await GoneAsync(job);
        Assert.DoesNotContain(Processes.CommandLines(), line => line == $"sleep\0{uniqueLimit}\0");
    }

    [JobLifeFact]
    public async Task A_limit_holds_without_a_supervisor()
    {
        var job = await StartAsync("sleep 982", limit: 2, grace: 1);
        await UntilAsync(() => StateOf(job) == "running");

        await KillSupervisorAsync(job);

        await GoneAsync(job);
        Assert.Equal(JobState.Lost, (await jobs.LookAsync(job, Cancel)).State);
    }

    [JobLifeTheory]
    [InlineData("exited-0-20", JobState.Succeeded, false)]
    [InlineData("timedout", JobState.TimedOut, true)]
    public async Task Removing_a_job_finishes_the_work_of_a_supervisor_that_died_after_its_verdict(
        string verdict, JobState state, bool endsTask)
    {
        // Until it is marked, the task is a shell of the supervisor's, and would be killed with it.
        var job = await StartAsync("exec sleep 980", limit: uniqueLimit);
        await UntilAsync(() => StateOf(job) == "running" && Sleeper(job) != 0 && Processes.Marked(job.Id).Any(Processes.Runs));
        File.CreateSymbolicLink(Path.Combine(job.Directory, "verdict"), verdict);
        foreach (var supervisor in Processes.Having("cmdline", $"playbooks-job:{job.Id}"))
        {
            Processes.Signal(supervisor, "KILL");
        }

        await UntilAsync(() => !Processes.Having("cmdline", $"playbooks-job:{job.Id}").Any(Processes.Runs));
        Assert.Equal(state, (await jobs.LookAsync(job, Cancel)).State);
        await jobs.RemoveAsync(job, Cancel);

        Assert.Equal(0, Sleeper(job));
        Assert.Equal(endsTask ? 0 : 1, Processes.Marked(job.Id).Count(Processes.Runs));
        foreach (var task in Processes.Marked(job.Id))
        {
            Processes.Signal(task, "KILL");
        }
    }

    [JobLifeFact]
    public async Task A_reboot_is_reported_as_a_reboot()
    {
        var job = await StartAsync("sleep 983");
        await UntilAsync(() => StateOf(job) == "running");
        var status = Path.Combine(job.Directory, "status.json");
        var boot = StatusOf(job).GetProperty("boot").GetString()!;
        await jobs.CancelAsync(job, TimeSpan.Zero, Cancel);
        File.Delete(Path.Combine(job.Directory, "verdict"));

        var rebooted = (await File.ReadAllTextAsync(status, Cancel)).Replace("cancelled", "running", StringComparison.Ordinal);
        await File.WriteAllTextAsync(status, rebooted.Replace(boot, Guid.Empty.ToString(), StringComparison.Ordinal), Cancel);

        var (state, end) = await Another().LookAsync(job, Cancel);
        Assert.Equal((JobState.Lost, "the host was rebooted"), (state, end!.Reason));
    }

    [JobLifeFact]
    public async Task A_deleted_directory_is_found_at_the_next_look_and_the_job_can_still_be_cancelled()
    {
        var job = await StartAsync("sleep 984", limit: uniqueLimit);
        await UntilAsync(() => StateOf(job) == "running");
        Directory.Delete(job.Directory, recursive: true);

        var end = await jobs.WaitAsync(job, TimeSpan.FromSeconds(0.5), null, Cancel).WaitAsync(Soon, Cancel);

        Assert.Equal((JobState.Lost, $"the directory {job.Directory} was deleted"), (end.State, end.Reason));
        await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel);
        await GoneAsync(job);
        Assert.False(Directory.Exists(job.Directory));
        Assert.DoesNotContain(Processes.CommandLines(), line => line == $"sleep\0{uniqueLimit}\0");
        Assert.Equal(new JobOutput("", "", false) { IsGone = true }, await jobs.ReadAsync(job, 1000, Cancel));
    }
}
