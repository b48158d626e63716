using System.Globalization;
using Playbooks.Jobs;
using Playbooks.Runtime.Tests.Jobs;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>A limit is kept on the host, with nobody connected, over the whole tree.</summary>
public sealed class LimitTests(Lab lab) : IClassFixture<Lab>
{
    private static readonly TimeSpan _late = TimeSpan.FromSeconds(1);

    private readonly int _seconds = Processes.UniqueSeconds();

    [Fact]
    [Behaviour("36", "C", "D", "U2")]
    public async Task With_nobody_connected_children_grandchildren_sessions_and_double_forks_are_ended()
    {
        JobHandle job;
        await using (var jobs = LabJobs.Of(lab, "h1"))
        {
            job = await jobs.StartAsync(
                $"""
                sleep {_seconds}1 &
                sh -c 'sleep {_seconds}2 & wait' &
                setsid sleep {_seconds}3 &
                (sh -c 'sleep {_seconds}4 & exit' &)
                (setsid sh -c 'setsid sh -c "sleep {_seconds}5 & sleep {_seconds}6" & exit' &)
                nohup sleep {_seconds}7 >/dev/null 2>&1 &
                echo begun
                sleep {_seconds}8
                """,
                limit: 4);
        }

        await Until.HoldsAsync(() => Processes.Sleeping(_seconds).Count == 8);
        await lab.RunAsync("cut", "h1");
        try
        {
            await Until.HoldsAsync(() => Status(job).Contains("\"state\":\"timedout\"", StringComparison.Ordinal));

            Assert.Empty(Processes.Sleeping(_seconds));
            Assert.Empty(Processes.Marked(job.Id));
        }
        finally
        {
            await lab.RunAsync("heal", "h1");
        }

        await using var another = LabJobs.Of(lab, "h1");
        var end = await another.EndAsync(job);
        Assert.Equal((JobState.TimedOut, null, "the job reached its limit of 4 s"), (end.State, end.Rc, end.Reason));
        Assert.Equal("begun\n", await another.StdoutAsync(job));
        await Until.HoldsAsync(() => Processes.Of(job.Id).Count == 0);
    }

    [Fact]
    [Behaviour("C", "U2")]
    public async Task Where_there_are_cgroups_not_even_a_cleaned_environment_in_a_session_of_its_own_escapes()
    {
        await lab.SshAsync("h3", "mkdir -p /tmp/cgroup && mount -t cgroup2 none /tmp/cgroup");
        try
        {
            await using var jobs = LabJobs.Of(lab, "h3");
            var escapes = $"env -i setsid sleep {_seconds}1 & (env -i setsid sh -c 'sleep {_seconds}2 & sleep {_seconds}3' &)";
            var limited = await jobs.StartAsync($"{escapes}; sleep {_seconds}4", limit: 3);
            var cancelled = await jobs.StartAsync($"{escapes}; sleep {_seconds}4", limit: 600);
            await Until.HoldsAsync(() => Processes.Sleeping(_seconds).Count == 8);

            await jobs.CancelAsync(cancelled);

            var end = await jobs.EndAsync(limited);
            Assert.Equal(JobState.TimedOut, end.State);
            Assert.Empty(Processes.Sleeping(_seconds));
            Assert.Equal("", await jobs.RunAsync($"find /tmp/cgroup -name '*{limited.Id}*' -o -name '*{cancelled.Id}*'"));
        }
        finally
        {
            await lab.SshAsync("h3", "umount -l /tmp/cgroup");
        }
    }

    [Fact]
    [Language("F32")]
    [Behaviour("U5", "B", "30")]
    public async Task A_job_is_ended_within_a_second_of_its_limit()
    {
        await using var jobs = LabJobs.Of(lab, "h2");
        var load = new MachineLoad();
        foreach (var limit in (int[])[1, 2, 3])
        {
            // Its last sign of life, by a clock that nobody sets.
            var job = await jobs.StartAsync("while read -r up idle </proc/uptime; do echo $up; sleep 0.02; done", limit: limit);

            var end = await jobs.EndAsync(job);

            Assert.Equal(JobState.TimedOut, end.State);
            var signs = (await jobs.StdoutAsync(job)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(sign => double.Parse(sign, CultureInfo.InvariantCulture)).ToList();
            var lived = TimeSpan.FromSeconds(signs[^1] - signs[0]);
            var most = TimeSpan.FromSeconds(limit) + load.Most(_late);
            TestContext.Current.SendDiagnosticMessage(
                $"A limit of {limit} s: the last sign of life after {lived.TotalSeconds:F2} s, ended after {end.Duration.TotalSeconds:F2} s.");
            Assert.InRange(lived, TimeSpan.FromSeconds(limit - 0.5), most);
            Assert.InRange(end.Duration, TimeSpan.FromSeconds(limit - 0.01), most);
        }
    }

    [Fact]
    [Language("A7")]
    [Behaviour("U5")]
    public async Task TERM_comes_first_then_the_grace_then_KILL()
    {
        await using var jobs = LabJobs.Of(lab, "h3");
        var load = new MachineLoad();
        const string uptime = "read -r up idle </proc/uptime; echo $up";
        var tidy = await jobs.StartAsync($"trap '{uptime}; echo tidied; exit 0' TERM; while :; do sleep 0.05; done", limit: 1, grace: 20);
        var stubborn = await jobs.StartAsync($"trap '{uptime}' TERM; {uptime}; while :; do sleep 0.05; done", limit: 1, grace: 2);

        var ends = await Task.WhenAll(jobs.EndAsync(tidy), jobs.EndAsync(stubborn));

        Assert.All(ends, end => Assert.Equal(JobState.TimedOut, end.State));
        Assert.EndsWith("tidied\n", await jobs.StdoutAsync(tidy), StringComparison.Ordinal);
        Assert.InRange(ends[0].Duration, TimeSpan.FromSeconds(0.99), load.Most(TimeSpan.FromSeconds(10)));
        var told = (await jobs.StdoutAsync(stubborn)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, told.Length);
        Assert.InRange(ends[1].Duration, TimeSpan.FromSeconds(2.99), load.Most(TimeSpan.FromSeconds(10)));
        Assert.Empty(Processes.Marked(stubborn.Id));
    }

    [Fact]
    [Behaviour("U5")]
    public async Task A_clock_that_jumps_a_day_neither_ends_a_job_early_nor_keeps_it_nor_spoils_how_long_it_ran()
    {
        var load = new MachineLoad();

        // Each call is a day after or before the one before it.
        var day = lab.InHome("h1", "day");
        Executable.Put(Path.Combine(lab.Bin("h1"), "date"), """
            if [ -e ~/day ]; then rm ~/day; else : >~/day; fi
            if [ -e ~/day ]; then jump=86400; else jump=-86400; fi
            case $1 in +%s) echo $(($(/bin/date +%s) + jump)) ;; *) exec /bin/date "$@" ;; esac
            """);
        try
        {
            await using var jobs = LabJobs.Of(lab, "h1");
            var limited = await jobs.StartAsync("sleep 600", limit: 3);
            var good = await jobs.StartAsync("sleep 1.5; echo done", limit: 60);

            var ends = await Task.WhenAll(jobs.EndAsync(limited), jobs.EndAsync(good));

            Assert.Equal([JobState.TimedOut, JobState.Succeeded], ends.Select(end => end.State));
            Assert.InRange(ends[0].Duration, TimeSpan.FromSeconds(2.99), load.Most(TimeSpan.FromSeconds(6)));
            Assert.InRange(ends[1].Duration, TimeSpan.FromSeconds(1.4), load.Most(TimeSpan.FromSeconds(6)));
            Assert.True(Math.Abs((ends[0].Started - DateTimeOffset.UtcNow).TotalHours) > 20, "The clock did not jump.");
        }
        finally
        {
            File.Delete(Path.Combine(lab.Bin("h1"), "date"));
            File.Delete(day);
        }
    }

    private string Status(JobHandle job) => File.ReadAllText(lab.InHome("h1", ".playbooks_async", job.Id, "status.json"));
}
