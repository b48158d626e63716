using System.Diagnostics;
using System.Globalization;
using Playbooks.Jobs;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>Many jobs: all results are right, and one blocking wait serves all jobs of a host. The figures of the documentation come from here.</summary>
[Behaviour("32", "35", "U6")]
public sealed class ManyJobsTests(ManyJobs lab) : IClassFixture<ManyJobs>
{
    // The most shells that a connection has for scripts, and the one that waits.
    private const int MostSessions = 6 + 1;

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>How many hosts, and how many jobs on each.</summary>
    public static TheoryData<int, int> Numbers => new() { { 1, 200 }, { ManyJobs.Most, 20 } };

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Each_of_many_jobs_has_its_own_result_over_one_wait_a_host(int hosts, int jobs)
    {
        var before = await SessionsAsync();
        var clock = Stopwatch.StartNew();
        var watched = lab.Names.Take(hosts).Select(host => LabJobs.Of(lab, host)).ToList();
        try
        {
            var results = (await Task.WhenAll(watched.Select((host, number) => RunAsync(host, number * jobs, jobs)))).SelectMany(ofHost => ofHost);

            Assert.All(
                results, (result, number) => Assert.Equal(((number % 4 == 0 ? JobState.Succeeded : JobState.Failed), number % 4, $"{number}\n"), result));
            using var self = Process.GetCurrentProcess();
            TestContext.Current.SendDiagnosticMessage(string.Create(
                CultureInfo.InvariantCulture,
                $"{jobs} jobs on each of {hosts} hosts: {clock.Elapsed.TotalSeconds:F1} s; " +
                $"the controller has {self.WorkingSet64 / (1024 * 1024)} MiB resident, {self.TotalProcessorTime.TotalSeconds:F1} s of CPU."));
            var after = await SessionsAsync();
            Assert.All(lab.Names.Take(hosts), host => Assert.InRange(after[host] - before[host], 1, MostSessions));
        }
        finally
        {
            foreach (var host in watched)
            {
                await host.DisposeAsync();
            }
        }
    }

    // As a play does it: a host starts one job after the other, and waits for all.
    private static async Task<(JobState State, int? Rc, string Stdout)[]> RunAsync(LabJobs host, int first, int jobs)
    {
        var ends = new List<Task<(JobState State, int? Rc, string Stdout)>>(jobs);
        foreach (var number in Enumerable.Range(first, jobs))
        {
            var job = await host.StartAsync($"sleep 1; echo {number}; exit {number % 4}", limit: 1200);
            ends.Add(EndOfAsync(host, job));
        }

        return await Task.WhenAll(ends);
    }

    private static async Task<(JobState State, int? Rc, string Stdout)> EndOfAsync(LabJobs host, JobHandle job)
    {
        var end = await host.Jobs.WaitAsync(job, LabJobs.RarePoll, null, Token).WaitAsync(_longest, Token);
        var stdout = await host.StdoutAsync(job);
        await host.Jobs.RemoveAsync(job, Token);
        return (end.State, end.Rc, stdout);
    }

    private async Task<IReadOnlyDictionary<string, int>> SessionsAsync() =>
        (await lab.RunAsync("counts")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(words => words[0], words => int.Parse(words[2], CultureInfo.InvariantCulture));
}
