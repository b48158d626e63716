using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>The machine that it is on, whatever that is called.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    public async Task A_job_is_found_by_its_key_though_the_host_has_another_name_by_now()
    {
        var first = await StartAsync("sleep 949", key: "nightly");
        await UntilAsync(() => StateOf(first) == "running");
        await RewriteAsync(first, $"\"host\":\"{Environment.MachineName}\"", "\"host\":\"renamed\"");

        Assert.Equal(first with { IsAttached = true }, await StartAsync("sleep 949", key: "nightly"));
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries(host.JobsDirectory), entry => entry.Contains(Environment.MachineName, StringComparison.Ordinal));
    }

    [JobLifeFact]
    public async Task A_dead_job_is_found_out_though_the_host_has_another_name_by_now()
    {
        var job = await StartAsync("sleep 948");
        await UntilAsync(() => StateOf(job) == "running");
        await RewriteAsync(job, $"\"host\":\"{Environment.MachineName}\"", "\"host\":\"renamed\"");
        await KillSupervisorAsync(job);

        Assert.Equal((JobState.Lost, "the job's supervisor was killed"), await LookAsync(job));
    }

    [JobLifeFact]
    public async Task A_reboot_is_reported_even_if_the_host_has_a_new_name()
    {
        var job = await StartAsync("sleep 947");
        await UntilAsync(() => StateOf(job) == "running");
        await KillSupervisorAsync(job);
        await RewriteAsync(job, $"\"host\":\"{Environment.MachineName}\"", "\"host\":\"renamed\"");
        await RewriteAsync(job, StatusOf(job).GetProperty("boot").GetString()!, Guid.Empty.ToString());

        Assert.Equal((JobState.Lost, "the host was rebooted"), await LookAsync(job));
    }

    [JobLifeFact]
    public async Task The_job_of_another_machine_is_left_to_that_one()
    {
        var job = await StartAsync("sleep 946");
        await UntilAsync(() => StateOf(job) == "running");
        await KillSupervisorAsync(job);
        await RewriteAsync(job, (await File.ReadAllTextAsync("/etc/machine-id", Cancel)).Trim(), Guid.Empty.ToString("N"));

        Assert.Equal((JobState.Running, null), await LookAsync(job));
        Assert.Empty(await jobs.CleanAsync(null, TimeSpan.Zero, Cancel));
        Assert.NotEqual(JobState.Cancelled, (await Another().CancelAsync(job, TimeSpan.Zero, Cancel)).State);
        Assert.NotEmpty(Processes.Marked(job.Id));
        foreach (var left in Processes.Of(job.Id))
        {
            Processes.Kill(left);
        }
    }

    [JobLifeFact]
    public async Task A_container_that_was_started_again_is_another_boot()
    {
        var job = await StartAsync("sleep 945");
        await UntilAsync(() => StateOf(job) == "running");
        await KillSupervisorAsync(job);
        await RewriteAsync(job, $"\"init\":\"{StatusOf(job).GetProperty("init").GetString()}\"", "\"init\":\"123456789\"");

        Assert.Equal((JobState.Lost, "the host was rebooted"), await LookAsync(job));
    }

    private async Task<(JobState State, string? Reason)> LookAsync(JobHandle job)
    {
        var (state, end) = await Another().LookAsync(job, Cancel);
        return (state, end?.Reason);
    }
}
