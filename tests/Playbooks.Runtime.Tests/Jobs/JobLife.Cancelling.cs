namespace Playbooks.Runtime.Tests.Jobs;

/// <content>Its cancelling.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    public async Task Cancelling_ends_the_whole_tree_and_twice_is_fine()
    {
        var job = await StartAsync("(sleep 978 &); sleep 979");
        await UntilAsync(() => Processes.Of(job.Id).Count >= 4);

        var end = await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel);

        Assert.Equal((JobState.Cancelled, null, "the job was cancelled"), (end.State, end.Rc, end.Reason));
        await GoneAsync(job);
        Assert.Equal(end, await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel));
        Assert.Equal(end, await Another().CancelAsync(job, TimeSpan.FromSeconds(5), Cancel));
        Assert.Equal(end, await EndAsync(job));
        Assert.Equal("cancelled", StateOf(job));
    }

    [JobLifeFact]
    public async Task Cancelling_gives_the_grace_and_then_kills()
    {
        var job = await StartAsync("trap 'echo told' TERM; echo begun; while :; do sleep 0.1; done");
        await UntilAsync(() => File.ReadAllText(Path.Combine(job.Directory, "stdout")) == "begun\n");

        var end = await jobs.CancelAsync(job, TimeSpan.FromSeconds(1), Cancel);

        Assert.Equal(JobState.Cancelled, end.State);
        Assert.Equal("begun\ntold\n", (await jobs.ReadAsync(job, 1000, Cancel)).Stdout);
        await GoneAsync(job);
    }

    [JobLifeFact]
    public async Task Cancelling_right_after_the_start_leaves_nothing()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            var job = await StartAsync("sleep 980");
            Assert.Equal(JobState.Cancelled, (await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel)).State);
            await GoneAsync(job);
        }
    }

    [JobLifeFact]
    public async Task Cancelling_what_has_ended_changes_nothing()
    {
        var job = await StartAsync("exit 4");
        var end = await EndAsync(job);

        Assert.Equal(end, await Another().CancelAsync(job, TimeSpan.FromSeconds(5), Cancel));
        Assert.Equal("failed", StateOf(job));
    }

    [JobLifeFact]
    [Behaviour("U2")]
    public async Task A_cancel_is_carried_out_even_if_its_connection_is_cut_off()
    {
        // Whoever cancels ends right after the word was given; the TERM that comes next is the supervisor's side's.
        var job = await StartAsync("trap '' TERM; echo begun; while :; do sleep 0.1; done", limit: 600);
        await UntilAsync(() => File.ReadAllText(Path.Combine(job.Directory, "stdout")) == "begun\n" && Sleeper(job) != 0);
        File.CreateSymbolicLink(Path.Combine(job.Directory, "verdict"), "cancelled-1");
        Processes.Signal(Sleeper(job), "KILL");

        Assert.Equal(JobState.Cancelled, (await EndAsync(job)).State);
        await GoneAsync(job);
    }

    [JobLifeFact]
    [Behaviour("C")]
    public async Task A_process_whose_parent_ends_by_TERM_is_still_killed()
    {
        // The same test runs under the other shells beside it: the number is only this one's.
        var orphan = $"sleep\0{uniqueLimit}\0";
        var job = await StartAsync(
            $"""
            env -i "PATH=$PATH" sh -c 'trap "" TERM; sleep {uniqueLimit} & while :; do sleep 1; done' &
            sleep 956
            """);
        await UntilAsync(() => Processes.CommandLines().Contains(orphan));

        Assert.Equal(JobState.Cancelled, (await jobs.CancelAsync(job, TimeSpan.FromSeconds(1), Cancel)).State);

        Assert.DoesNotContain(orphan, Processes.CommandLines());
    }
}
