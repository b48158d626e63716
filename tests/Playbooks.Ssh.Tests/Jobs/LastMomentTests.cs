using System.Collections.Concurrent;
using System.Globalization;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>The race of a job's end against its limit: a thousand races, of which a normal run takes a part.</summary>
public sealed class LastMomentTests(Lab lab) : IClassFixture<Lab>
{
    private const int AtOnce = 12;

    private static readonly IReadOnlyList<int> _races = Sample.Of([.. Enumerable.Range(1, 1000)], 120, "races");

    // From the moment that a task writes last to the end of its process.
    private static readonly TimeSpan _dying = TimeSpan.FromSeconds(0.25);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Behaviour("A", "U5", "30")]
    public async Task A_job_has_one_end_and_what_ended_before_its_limit_never_timed_out()
    {
        var load = new MachineLoad();
        var states = new ConcurrentBag<JobState>();
        var next = -1;
        await Task.WhenAll(lab.Names.Select(async host =>
        {
            await using var jobs = LabJobs.Of(lab, host);
            await using var another = LabJobs.Of(lab, host);
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
            {
                while (Interlocked.Increment(ref next) is var race && race < _races.Count)
                {
                    // From well before the limit to after it, as the load of the race itself delays what runs.
                    states.Add(await RaceAsync(host, jobs, another, 0.2 + (_races[race] % 100 * 0.01), load));
                }
            }));
        }));

        var told = string.Join(", ", states.CountBy(state => state).Select(state => $"{state.Key} {state.Value}"));
        TestContext.Current.SendDiagnosticMessage($"{_races.Count} races: {told}.");
        Assert.Equal(_races.Count, states.Count);
        Assert.All(
            (JobState[])[JobState.Succeeded, JobState.TimedOut], state => Assert.InRange(states.Count(one => one == state), _races.Count / 20, _races.Count));
    }

    [Fact]
    [Behaviour("A")]
    public async Task A_success_that_its_supervisor_sees_late_is_still_a_success()
    {
        // The supervisor comes to say so long after the limit.
        var slow = Path.Combine(lab.Bin("h1"), "ln");
        Executable.Put(slow, "case $2 in exited*) sleep 4 ;; esac; exec /bin/ln \"$@\"");
        try
        {
            await using var jobs = LabJobs.Of(lab, "h1");

            var end = await jobs.EndAsync(await jobs.StartAsync("echo done", limit: 2));

            Assert.Equal((JobState.Succeeded, 0), (end.State, end.Rc));
        }
        finally
        {
            File.Delete(slow);
        }
    }

    private async Task<JobState> RaceAsync(string host, LabJobs jobs, LabJobs another, double seconds, MachineLoad load)
    {
        var job = await jobs.StartAsync(string.Create(CultureInfo.InvariantCulture, $"sleep {seconds:F2}; exec date +%s.%N"), limit: 1);

        var end = await jobs.EndAsync(job);

        Assert.Equal((end.State, end), await another.LookAsync(job));
        Assert.Contains($"\"state\":\"{(end.State == JobState.Succeeded ? "succeeded" : "timedout")}\"", jobs.Status(job), StringComparison.Ordinal);
        var ended = (await jobs.StdoutAsync(job)).Trim();
        if (end.State == JobState.Succeeded)
        {
            Assert.Equal((0, null), (end.Rc, end.Reason));
            Assert.NotEmpty(ended);
        }
        else
        {
            Assert.Equal((JobState.TimedOut, null), (end.State, end.Rc));
            Assert.InRange(end.Duration, TimeSpan.FromSeconds(0.99), LabJobs.Soon);
            var verdict = new FileInfo(lab.InHome(host, ".playbooks_async", job.Id, "verdict")).LastWriteTimeUtc;
            if (ended.Length > 0)
            {
                var over = DateTime.UnixEpoch.AddSeconds(double.Parse(ended, CultureInfo.InvariantCulture));
                Assert.True(verdict < over + load.Most(_dying), $"It ended at {over:O}, and timed out at {verdict:O}.");
            }
        }

        await jobs.Jobs.RemoveAsync(job, Token);
        return end.State;
    }
}
