using System.Diagnostics;
using System.Globalization;

namespace Playbooks.Runtime.Tests.Jobs;

/// <content>Its limit, and what is left after its end.</content>
public abstract partial class JobLife
{
    [JobLifeFact]
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
        Assert.Equal((null, null, "the job reached its limit of 1 s"), (end!.Rc, end.Signal, end.Reason));
        Assert.InRange(end.Duration, TimeSpan.FromSeconds(0.99), Soon);
        Assert.Equal("begun\n", (await jobs.ReadAsync(job, 1000, Cancel)).Stdout);
    }

    [JobLifeFact]
    public async Task A_process_that_ignores_TERM_is_killed_after_the_grace()
    {
        var job = await StartAsync("trap '' TERM; sleep 976 & while :; do sleep 1; done", limit: 1, grace: 1);

        var end = await EndAsync(job);

        Assert.Equal(JobState.TimedOut, end.State);
        Assert.InRange(end.Duration, TimeSpan.FromSeconds(1.9), Soon);
        Assert.Empty(Processes.Marked(job.Id));
    }

    [JobLifeFact]
    public async Task A_process_that_needs_a_moment_after_TERM_gets_it()
    {
        var job = await StartAsync("trap 'sleep 0.5; echo tidy; exit 0' TERM; sleep 977 & wait", limit: 1);

        Assert.Equal(JobState.TimedOut, (await EndAsync(job)).State);
        Assert.Equal("tidy\n", (await jobs.ReadAsync(job, 1000, Cancel)).Stdout);
    }

    [JobLifeFact]
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

    [JobLifeFact]
    public async Task Nothing_runs_on_after_a_good_end()
    {
        var job = await StartAsync("exit 0", limit: uniqueLimit);
        await EndAsync(job);

        await GoneAsync(job);
        Assert.DoesNotContain(Processes.CommandLines(), line => line == $"sleep\0{uniqueLimit}\0");
    }

    [JobLifeFact]
    public async Task A_limit_holds_though_somebody_kills_every_sleep()
    {
        var job = await StartAsync("while :; do sleep 1; done", limit: 3, grace: 0);
        await UntilAsync(() => Sleeper(job) != 0);

        Process.GetProcessById(Sleeper(job)).Kill();

        var end = await EndAsync(job);
        Assert.Equal(JobState.TimedOut, end.State);
        Assert.InRange(end.Duration, TimeSpan.FromSeconds(1.9), Soon);
    }

    [JobLifeFact]
    public async Task Processes_that_a_successful_job_left_running_keep_running()
    {
        var job = await StartAsync("sleep 992 & echo $!");
        await EndAsync(job);

        var service = int.Parse((await jobs.ReadAsync(job, 100, Cancel)).Stdout, CultureInfo.InvariantCulture);
        using var process = Process.GetProcessById(service);
        Assert.False(process.HasExited);
        process.Kill();
    }
}
