namespace Playbooks.Runtime.Tests.Jobs;

/// <content>What is left of it.</content>
public abstract partial class JobLife
{
    [Fact]
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

    [Fact]
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

    [Fact]
    public async Task Cleaning_where_nothing_is_removes_nothing() =>
        Assert.Empty(await jobs.CleanAsync(null, TimeSpan.Zero, Cancel));
}
