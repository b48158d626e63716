namespace Playbooks.Runtime.Tests.Jobs;

/// <content>What is left of it.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    [Behaviour("U12")]
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

    [JobLifeFact]
    [Behaviour("U10")]
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

    [JobLifeFact]
    public async Task Cleaning_removes_a_lost_job_at_once_where_that_is_asked_for()
    {
        var job = await StartAsync("sleep 944", limit: uniqueLimit);
        await UntilAsync(() => StateOf(job) == "running");
        await KillSupervisorAsync(job);

        Assert.Empty(await jobs.CleanAsync(null, TimeSpan.FromHours(1), Cancel));
        Assert.Equal([job.Id], await jobs.CleanAsync(null, TimeSpan.Zero, Cancel));

        Assert.False(Directory.Exists(job.Directory));
        await GoneAsync(job);
    }

    [JobLifeFact]
    public async Task Cleaning_removes_what_a_reboot_has_ended_by_the_age_of_the_boot()
    {
        var job = await StartAsync("sleep 943", limit: uniqueLimit);
        await UntilAsync(() => StateOf(job) == "running");
        await KillSupervisorAsync(job);
        await RewriteAsync(job, StatusOf(job).GetProperty("boot").GetString()!, Guid.Empty.ToString());

        Assert.Empty(await jobs.CleanAsync(null, TimeSpan.FromDays(10_000), Cancel));
        Assert.Equal([job.Id], await jobs.CleanAsync(null, TimeSpan.FromSeconds(1), Cancel));
        await GoneAsync(job);
    }

    [JobLifeFact]
    public async Task Cleaning_removes_a_lost_job_by_the_age_of_its_cancelling()
    {
        var job = await StartAsync("sleep 942", limit: uniqueLimit);
        await UntilAsync(() => StateOf(job) == "running");
        await KillSupervisorAsync(job);
        await jobs.CancelAsync(job, TimeSpan.Zero, Cancel);
        var verdict = Path.Combine(job.Directory, "verdict");
        Assert.Matches(@"\Alost-killed-\d+\z", new FileInfo(verdict).LinkTarget!);

        Assert.Empty(await jobs.CleanAsync(null, TimeSpan.FromHours(1), Cancel));
        File.Delete(verdict);
        File.CreateSymbolicLink(verdict, $"lost-rebooted-{DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 7200}");
        Assert.Equal((JobState.Lost, "the host was rebooted"), await LookAsync(job));
        Assert.Equal([job.Id], await jobs.CleanAsync(null, TimeSpan.FromHours(1), Cancel));
    }

    [JobLifeFact]
    public async Task Cleaning_where_nothing_is_removes_nothing() =>
        Assert.Empty(await jobs.CleanAsync(null, TimeSpan.Zero, Cancel));
}
