using System.Runtime.CompilerServices;
using Playbooks.Jobs;
using Playbooks.Runtime.Tests.Jobs;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>A job is started once, at whichever step of its start on the host the world breaks.</summary>
public sealed class StartOnHostTests(Lab lab) : IClassFixture<Lab>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Behaviour("20", "I")]
    public async Task A_connection_dropped_at_any_step_of_a_start_starts_one_job() => await AtEveryStepAsync(
        async (host, jobs, tools, spec, starting) =>
        {
            await lab.RunAsync("drop", host);
            tools.Go();

            var job = await starting.WaitAsync(LabJobs.Soon, Token);
            var end = await jobs.EndAsync(job);

            Assert.True(end is { State: JobState.Succeeded, Rc: 0 }, end.ToString());
            Assert.Equal(["ran"], lab.Lines(host, Path.Combine("ran", spec.Id)));
            Assert.Equal("done\n", await jobs.StdoutAsync(job));
            await jobs.Jobs.RemoveAsync(job, Token);
            Assert.DoesNotContain(spec.Id, lab.JobIds(host));
        });

    [Fact]
    [Behaviour("41")]
    public async Task A_supervisor_killed_at_any_step_of_its_start_is_lost_or_refused_and_never_runs_twice() => await AtEveryStepAsync(
        async (host, jobs, tools, spec, starting) =>
        {
            foreach (var supervisor in Processes.Having("cmdline", $"playbooks-job:{spec.Id}"))
            {
                Processes.Kill(supervisor);
            }

            tools.Go();
            JobEnd? end = null;
            try
            {
                end = await jobs.EndAsync(await starting.WaitAsync(LabJobs.Soon, Token));
            }
            catch (JobStartException)
            {
                // Before it has acknowledged, whoever starts it sees that it died.
            }

            Assert.True(end is null or { State: JobState.Lost } or { State: JobState.Succeeded }, end?.ToString());
            Assert.True(lab.Lines(host, Path.Combine("ran", spec.Id)).Count <= 1);
            if (end is { State: JobState.Succeeded })
            {
                Assert.Equal(["ran"], lab.Lines(host, Path.Combine("ran", spec.Id)));
            }

            // Whoever asks for the same job again never gets a second one beside the first.
            await using var another = LabJobs.Of(lab, host);
            JobHandle? again = null;
            try
            {
                again = await another.StartAsync(spec);
                await another.EndAsync(again);
            }
            catch (JobStartException)
            {
                // It still says so.
            }

            Assert.True(lab.Lines(host, Path.Combine("ran", spec.Id)).Count <= 1);
            if (again is not null)
            {
                await another.CancelAsync(again);
                await another.Jobs.RemoveAsync(again, Token);
            }

            Assert.Empty(Processes.Of(spec.Id));
        });

    [Fact]
    [Behaviour("20")]
    public async Task A_host_that_freezes_in_the_middle_of_a_start_has_started_one_job_when_it_thaws() => await Task.WhenAll(lab.Names.Select(
        async (host, index) =>
        {
            using var tools = new HeldTools(lab, host);
            await using var jobs = LabJobs.Of(lab, host);
            await jobs.EndAsync(await jobs.StartAsync(":"));
            var spec = Spec();
            tools.Arm(1 + (index * 3));
            var starting = jobs.StartAsync(spec);
            await Until.HoldsAsync(() => tools.IsHeld);

            await lab.RunAsync("freeze", host);
            try
            {
                // Longer than it takes to notice: the start is sent again.
                await Task.Delay(TimeSpan.FromSeconds(16), Token);
            }
            finally
            {
                await lab.RunAsync("heal", host);
            }

            tools.Go();
            var job = await starting.WaitAsync(LabJobs.Soon, Token);
            Assert.Equal(JobState.Succeeded, (await jobs.EndAsync(job)).State);
            Assert.Equal(["ran"], lab.Lines(host, Path.Combine("ran", spec.Id)));
        }));

    // Each host takes every third of the steps that this run takes.
    private async Task AtEveryStepAsync(
        Func<string, LabJobs, HeldTools, JobSpec, Task<JobHandle>, Task> breakAsync, [CallerMemberName] string test = "")
    {
        var steps = await StepsAsync();
        Assert.InRange(steps.Count, 10, 200);
        var taken = Sample.Of([.. Enumerable.Range(1, steps.Count)], 12, test);
        await Task.WhenAll(lab.Names.Select(async (host, index) =>
        {
            using var tools = new HeldTools(lab, host);
            foreach (var step in taken.Where((_, place) => place % lab.Names.Count == index))
            {
                await using var jobs = LabJobs.Of(lab, host);
                var warm = await jobs.StartAsync(":");
                await jobs.EndAsync(warm);
                await jobs.Jobs.RemoveAsync(warm, Token);

                // Its supervisor's last calls would be numbered, too.
                await Until.HoldsAsync(() => Processes.Of(warm.Id).Count == 0);
                var spec = Spec();
                tools.Arm(step);
                var starting = jobs.StartAsync(spec);
                await Until.HoldsAsync(() => tools.IsHeld);
                try
                {
                    await breakAsync(host, jobs, tools, spec, starting);
                }
                catch (Exception broken) when (broken is not OperationCanceledException)
                {
                    throw new InvalidOperationException($"At step {step} of {string.Join(' ', steps)}:", broken);
                }
            }
        }));
    }

    // The calls of a job from its start until it runs.
    private async Task<IReadOnlyList<string>> StepsAsync()
    {
        using var tools = new HeldTools(lab, "h1");
        await using var jobs = LabJobs.Of(lab, "h1");
        await jobs.EndAsync(await jobs.StartAsync(":"));
        tools.Arm(null);
        var spec = Spec();
        var job = await jobs.StartAsync(spec with { Script = "until [ -e ~/enough ]; do /bin/sleep 0.05; done" });
        await jobs.RunningAsync(job);
        var calls = tools.Calls;
        await File.WriteAllTextAsync(lab.InHome("h1", "enough"), "", Token);
        await jobs.EndAsync(job);
        await jobs.RunAsync("rm -rf ~/.playbooks_async");
        return calls;
    }

    // The task itself uses no stand-in.
    private static JobSpec Spec()
    {
        var spec = LabJobs.Spec("", limit: 300);
        return spec with { Script = $"/bin/mkdir -p ran; echo ran >>ran/{spec.Id}; echo done" };
    }
}
