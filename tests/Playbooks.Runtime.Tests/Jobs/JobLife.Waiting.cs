namespace Playbooks.Runtime.Tests.Jobs;

/// <content>The waiting for it.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
    public async Task Many_jobs_at_once_share_one_pipe()
    {
        var many = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => StartAsync($"sleep 0.5; exit {index}")));

        var all = await Task.WhenAll(many.Select(EndAsync));

        Assert.Equal(Enumerable.Range(0, 20), all.Select(end => end.Rc!.Value));
        Assert.Equal(1, host.PipesOpened);
    }

    [JobLifeFact]
    public async Task An_end_is_known_long_before_the_next_look()
    {
        var job = await StartAsync("sleep 0.3");
        var looks = 0;

        var end = await jobs.WaitAsync(job, RarePoll, _ => looks++, Cancel).WaitAsync(Soon, Cancel);

        Assert.Equal((JobState.Succeeded, 0), (end.State, looks));
    }

    [JobLifeTheory]
    [InlineData("\u001b]0;title\a")]
    [InlineData("ready\n1 succeeded\nWelcome! ")]
    public async Task An_end_is_known_at_once_whatever_a_start_up_file_prints(string noise)
    {
        host.Noise = noise;
        var job = await StartAsync("sleep 0.3; exit 4");
        var looks = 0;

        var end = await jobs.WaitAsync(job, RarePoll, _ => looks++, Cancel).WaitAsync(Soon, Cancel);

        Assert.Equal((4, 0), (end.Rc, looks));
    }

    [JobLifeFact]
    public async Task Every_poll_looks()
    {
        var go = Path.Combine(host.Home, "go");
        var job = await StartAsync($"until [ -e {go} ]; do sleep 0.1; done");
        var looks = 0;

        var end = await jobs.WaitAsync(
            job,
            TimeSpan.FromSeconds(0.2),
            _ =>
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

    [JobLifeFact]
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

    [JobLifeFact]
    public async Task A_cut_host_that_heals_gives_the_result()
    {
        var job = await StartAsync("sleep 0.5; exit 6");
        host.IsCut = true;
        var waiting = jobs.WaitAsync(job, TimeSpan.FromSeconds(0.2), null, Cancel);
        await UntilAsync(() => StateOf(job) == "failed");

        host.IsCut = false;

        Assert.Equal(6, (await waiting.WaitAsync(Soon, Cancel)).Rc);
    }

    [JobLifeFact]
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
}
