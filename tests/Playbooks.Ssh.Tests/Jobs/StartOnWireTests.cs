using Playbooks.Jobs;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>A job is started once, wherever the wire fails during its start.</summary>
public sealed class StartOnWireTests(Lab lab) : IClassFixture<Lab>
{
    private const int Steps = 12;

    /// <summary>Every way to fail, at the first byte of a start, the last, and in steps between; and likewise of the answer.</summary>
    public static TheoryData<FaultKind, bool> Ways => new(
        from kind in Enum.GetValues<FaultKind>()
        from fromHost in (bool[])[false, true]
        where kind != FaultKind.Late || !fromHost
        select (kind, fromHost));

    [Theory]
    [Behaviour("20", "I")]
    [MemberData(nameof(Ways))]
    public async Task A_start_over_a_wire_that_fails_starts_one_job(FaultKind kind, bool fromHost)
    {
        var whole = await WholeAsync(fromHost);
        var points = Sample.Of(
            [.. Enumerable.Range(0, Steps + 1).Select(step => whole * step / Steps), 1, whole - 1], 5, $"{kind} {fromHost}");
        using var handshakes = new SemaphoreSlim(kind == FaultKind.Freeze ? int.MaxValue : 6);

        await Task.WhenAll(points.Select(async (after, index) =>
        {
            await handshakes.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                await StartOnceAsync(lab.Names[index % lab.Names.Count], new Fault(kind, fromHost, after), mustFail: after < whole);
            }
            finally
            {
                handshakes.Release();
            }
        }));

        Assert.All(lab.Names, host => Assert.Empty(lab.JobIds(host)));
    }

    // How many bytes a start is.
    private async Task<long> WholeAsync(bool fromHost)
    {
        await using var wire = new FaultyWire(lab, "h1");
        await using var jobs = LabJobs.Over(wire);
        await ReachAsync(jobs);
        wire.Arm(null);
        var job = await jobs.StartAsync(Spec());
        var whole = fromHost ? wire.Received : wire.Sent;
        await jobs.EndAsync(job);
        await jobs.Jobs.RemoveAsync(job, TestContext.Current.CancellationToken);
        return whole;
    }

    private async Task StartOnceAsync(string host, Fault fault, bool mustFail)
    {
        await using var wire = new FaultyWire(lab, host);
        await using var jobs = LabJobs.Over(wire);
        await ReachAsync(jobs);
        var spec = Spec();
        wire.Arm(fault);

        var job = await jobs.StartAsync(spec).WaitAsync(LabJobs.Soon, TestContext.Current.CancellationToken);
        var end = await jobs.EndAsync(job);

        Assert.True(wire.Struck.IsCompleted || !mustFail, $"{fault}: the wire did not fail.");
        await wire.DeliverAsync();
        await jobs.RunAsync(":");
        Assert.True(end is { State: JobState.Succeeded, Rc: 0 }, $"{fault}: {end}");
        Assert.Equal(["ran"], lab.Lines(host, Path.Combine("ran", spec.Id)));
        Assert.Equal("done\n", await jobs.StdoutAsync(job));
        await jobs.Jobs.RemoveAsync(job, TestContext.Current.CancellationToken);
    }

    // The first start of all asks whether the host is there, and a host that is not is told at once.
    private static async Task ReachAsync(LabJobs jobs)
    {
        var job = await jobs.StartAsync(":");
        await jobs.EndAsync(job);
        await jobs.Jobs.RemoveAsync(job, TestContext.Current.CancellationToken);
    }

    private static JobSpec Spec()
    {
        var spec = LabJobs.Spec("");
        return spec with { Script = $"mkdir -p ran; echo ran >>ran/{spec.Id}; echo done" };
    }
}
