using Playbooks.Jobs;
using Playbooks.Runtime.Tests.Jobs;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>The life of jobs on hosts whose /bin/sh is each of the shells that hosts have.</summary>
public sealed class ShellTests(Lab lab) : IClassFixture<Lab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Each shell, and the host that has it. A normal run takes two.</summary>
    public static TheoryData<string, string> Shells =>
        [.. Sample.Of<(string, string)>([("dash", "h1"), ("bash", "h2"), ("busybox", "h3"), ("mksh", "h1"), ("yash", "h2")], 2, nameof(ShellTests))];

    [Theory]
    [MemberData(nameof(Shells))]
    [Behaviour("7", "11", "15", "30", "36", "40", "41")]
    public async Task Jobs_start_end_fail_time_out_are_cancelled_and_lost(string shell, string host)
    {
        await lab.SshAsync(host, $"cp $(readlink -f $(command -v {shell})) /tmp/shell && mount --bind /tmp/shell $(readlink -f /bin/sh)");
        try
        {
            await using var jobs = LabJobs.Of(lab, host);
            await using var another = LabJobs.Of(lab, host);
            // In ASCII: without a locale, which a session has only where its host sets one, yash reads nothing else.
            var spec = LabJobs.Spec("echo ran >>ran; cat; printf 'gr\\303\\274\\303\\237e\\n\\377\\nno end'; printf 'x\\n\\n' >&2; exit 3");
            var handles = await Task.WhenAll(jobs.StartAsync(spec), jobs.StartAsync(spec), another.StartAsync(spec));
            var good = await jobs.StartAsync("sleep 0.2; echo good");
            var limited = await jobs.StartAsync("sleep 7301 & setsid sleep 7302 & (sleep 7303 &); sleep 7304", limit: 2);
            var stubborn = await jobs.StartAsync("trap '' TERM; while :; do sleep 0.1; done", limit: 1, grace: 1);
            var cancelled = await jobs.StartAsync("sleep 7305 & sleep 7306", limit: 600);
            var signalled = await jobs.StartAsync("kill -KILL $$");
            var lost = await jobs.StartAsync("sleep 7307", limit: 600);
            await jobs.RunningAsync(lost);
            await jobs.RunAsync($"kill -KILL {jobs.Status(lost).Split("\"pid\":")[1].Split(',')[0]}");

            var cancelling = another.CancelAsync(cancelled);
            var ends = await Task.WhenAll(((JobHandle[])[handles[0], good, limited, stubborn, cancelled, signalled, lost]).Select(jobs.EndAsync));

            Assert.All(handles, handle => Assert.Equal(handles[0], handle));
            Assert.Equal(
                [JobState.Failed, JobState.Succeeded, JobState.TimedOut, JobState.TimedOut, JobState.Cancelled, JobState.Failed, JobState.Lost],
                ends.Select(end => end.State));
            Assert.Equal([3, 0, null, null, null, 137, null], ends.Select(end => end.Rc));
            Assert.Equal("KILL", ends[5].Signal);
            Assert.Equal(ends[4], await cancelling);
            Assert.Equal(["ran"], lab.Lines(host, "ran"));
            Assert.Equal(new JobOutput("grüße\n\uFFFD\nno end", "x\n\n", false), await another.Jobs.ReadAsync(handles[0], 1000, Token));
            await another.CancelAsync(lost);
            Assert.All((JobHandle[])[limited, stubborn, cancelled, lost], job => Assert.Empty(Processes.Marked(job.Id)));

            foreach (var job in (JobHandle[])[handles[0], good, limited, stubborn, cancelled, signalled, lost])
            {
                await another.Jobs.RemoveAsync(job, Token);
            }

            Assert.Empty(lab.JobIds(host));
        }
        finally
        {
            await lab.SshAsync(host, "umount -l $(readlink -f /bin/sh); rm -f ran");
        }
    }
}
