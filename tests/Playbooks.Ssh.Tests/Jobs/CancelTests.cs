using Playbooks.Runtime.Tests.Jobs;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>A cancelled job is gone when it says so.</summary>
[Behaviour("40", "U2", "D")]
public sealed class CancelTests(Lab lab) : IClassFixture<Lab>
{
    private readonly int _seconds = Processes.UniqueSeconds();

    [Fact]
    public async Task Nothing_of_the_tree_is_left_when_cancelling_returns_and_twice_is_fine()
    {
        await using var jobs = LabJobs.Of(lab, "h1");
        var job = await jobs.StartAsync(
            $"sleep {_seconds}1 & setsid sleep {_seconds}2 & (setsid sh -c 'sleep {_seconds}3 & sleep {_seconds}4' &); sleep {_seconds}5", limit: 600);
        await Until.HoldsAsync(() => Processes.Sleeping(_seconds).Count == 5);
        var waiting = jobs.EndAsync(job);

        var end = await jobs.CancelAsync(job);

        Assert.Empty(Processes.Sleeping(_seconds));
        Assert.Empty(Processes.Marked(job.Id));
        Assert.Equal((JobState.Cancelled, null, "the job was cancelled"), (end.State, end.Rc, end.Reason));
        Assert.Equal(end, await jobs.CancelAsync(job));
        Assert.Equal(end, await waiting);
        await using var another = LabJobs.Of(lab, "h1");
        Assert.Equal(end, await another.CancelAsync(job));
        Assert.Equal((JobState.Cancelled, end), await another.LookAsync(job));
    }

    [Fact]
    public async Task Another_controller_cancels_and_who_waits_knows_at_once()
    {
        await using var jobs = LabJobs.Of(lab, "h2");
        var job = await jobs.StartAsync($"sleep {_seconds}1", limit: 600);
        var waiting = jobs.EndAsync(job);
        await using var one = LabJobs.Of(lab, "h2");
        await using var two = LabJobs.Of(lab, "h2");

        var ends = await Task.WhenAll(one.CancelAsync(job), two.CancelAsync(job));

        Assert.Empty(Processes.Sleeping(_seconds));
        Assert.All(ends, end => Assert.Equal(JobState.Cancelled, end.State));
        Assert.Equal(ends[0], await waiting);
    }

    [Fact]
    public async Task A_process_that_ignores_TERM_is_killed_after_the_grace_before_the_cancel_returns()
    {
        await using var jobs = LabJobs.Of(lab, "h3");
        var job = await jobs.StartAsync("trap 'echo told' TERM; echo begun; while :; do sleep 0.1; done", limit: 600);
        await Until.HoldsAsync(async () => await jobs.StdoutAsync(job) == "begun\n");

        var end = await jobs.CancelAsync(job, grace: 1);

        Assert.Equal(JobState.Cancelled, end.State);
        Assert.Empty(Processes.Marked(job.Id));
        Assert.Equal("begun\ntold\n", await jobs.StdoutAsync(job));
    }

    [Fact]
    public async Task A_cancel_whose_connection_is_dropped_is_complete_when_it_reports_its_end()
    {
        await using var jobs = LabJobs.Of(lab, "h3");
        var job = await jobs.StartAsync("trap '' TERM; echo begun; while :; do sleep 0.1; done", limit: 600);
        await Until.HoldsAsync(async () => await jobs.StdoutAsync(job) == "begun\n");
        var cancelling = jobs.CancelAsync(job, grace: 3);
        await Until.HoldsAsync(() => File.Exists(lab.InHome("h3", ".playbooks_async", job.Id, "verdict"))
            || new FileInfo(lab.InHome("h3", ".playbooks_async", job.Id, "verdict")).LinkTarget is not null);

        await lab.RunAsync("drop", "h3");

        Assert.Equal(JobState.Cancelled, (await cancelling).State);
        Assert.Empty(Processes.Marked(job.Id));
        Assert.Equal(JobState.Cancelled, (await jobs.CancelAsync(job)).State);
    }
}
