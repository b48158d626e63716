using Playbooks.Jobs;
using Playbooks.Runtime.Tests.Connections;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>Jobs over the connections that runs use.</summary>
[Needs("process")]
public sealed class JobsOverConnectionTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("playbooks-jobs-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_job_outlives_the_connection_that_started_it_and_is_found_by_another(string shell)
    {
        JobHandle job;
        var go = Path.Combine(directory, "go");
        await using (var first = Shells.Connect(shell))
        {
            await using var starting = new HostJobs(new Host("here"), first, directory, TimeProvider.System);
            job = await starting.StartAsync(Spec($"until [ -e {go} ]; do sleep 0.1; done; echo done; exit 7"), Cancel);
        }

        await using var second = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), second, directory, TimeProvider.System);
        var waiting = jobs.WaitAsync(job, TimeSpan.FromMinutes(5), null, Cancel);
        Assert.Contains((await jobs.LookAsync(job, Cancel)).State, (JobState[])[JobState.Starting, JobState.Running]);
        await File.WriteAllTextAsync(go, "", Cancel);

        Assert.Equal(7, (await waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancel)).Rc);
        Assert.Equal(new JobOutput("done\n", "", false), await jobs.ReadAsync(job, 1000, Cancel));
        await jobs.RemoveAsync(job, Cancel);
        Assert.Equal([go], Directory.EnumerateFileSystemEntries(directory));
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task A_job_is_cancelled(string shell)
    {
        await using var host = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), host, directory, TimeProvider.System);
        var job = await jobs.StartAsync(Spec("sleep 961 & sleep 962"), Cancel);

        Assert.Equal(JobState.Cancelled, (await jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Cancel)).State);
        Assert.Empty(Processes.Marked(job.Id));
    }

    private static JobSpec Spec(string script) =>
        new(JobId.For(Guid.NewGuid().ToString("N"), "Backup", "here", null, 0), script, TimeSpan.FromMinutes(1))
        {
            Playbook = "Nightly",
            Task = "Backup",
            Run = "run",
        };
}
