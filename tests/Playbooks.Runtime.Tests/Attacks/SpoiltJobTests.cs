using Playbooks.Jobs;
using Playbooks.Jobs.Finding;
using Playbooks.Runtime.Tests.Connections;
using Playbooks.Runtime.Tests.Jobs;

namespace Playbooks.Runtime.Tests.Attacks;

/// <summary>Whatever a job puts in the place of its own files, its end is known, and nobody waits without end for what it has printed.</summary>
[Needs("process")]
public sealed class SpoiltJobTests : IDisposable
{
    private static readonly string[] _spoils =
    [
        "rm stdout; mkfifo stdout",
        "rm stderr; mkfifo stderr",
        "rm stderr; mkfifo stderr; (exec 5<>stderr; while [ -p stderr ]; do sleep 0.1; done) >/dev/null 2>&1 &",
        "rm stdout; ln -s /dev/zero stdout",
        "rm stderr; ln -s /dev/zero stderr",
        "rm stdout; mkdir stdout",
        "rm status.json; mkfifo status.json",
        "rm status.json; ln -s /dev/zero status.json",
        "rm alive; mkfifo alive",
        "rm alive; ln -s /dev/zero alive",
        "rm timer; mkfifo timer",
        "rm -f spare; mkfifo spare",
        "rm -f group; ln -s /dev/zero group",
        "mkfifo probe",
    ];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("playbooks-spoilt-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [EachShell(AsPath = true)]
    public async Task It_ends_and_is_read_and_removed(string shell)
    {
        await using var connection = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), connection, _directory.FullName, TimeProvider.System);
        foreach (var (number, spoil) in _spoils.Index())
        {
            var job = await StartAsync(jobs, $"a{number}", $"{spoil}\necho out");

            var end = await Soon(jobs.WaitAsync(job, TimeSpan.FromSeconds(1), looked: null, Token));
            var read = await Soon(jobs.ReadEndAsync(job, 1000, Token));
            await Soon(Task.Run(async () => { await jobs.RemoveAsync(job, Token); return 0; }, Token));

            Assert.True((end.State, end.Rc) == (JobState.Succeeded, 0), $"{spoil}: {end}");
            Assert.True(read.IsGone || read.Stdout == "out\n", $"{spoil}: {read}");
            Assert.False(Directory.Exists(job.Directory), spoil);
        }
    }

    [Theory]
    [EachShell(AsPath = true)]
    public async Task While_it_runs_it_can_be_looked_for_and_ended(string shell)
    {
        await using var connection = Shells.Connect(shell);
        await using var jobs = new HostJobs(new Host("here"), connection, _directory.FullName, TimeProvider.System);
        foreach (var (number, spoil) in new[]
        {
            "rm status.json; mkfifo status.json", "rm stderr; mkfifo stderr", "rm alive; ln -s /dev/zero alive", "rm timer; mkfifo timer"
        }.Index())
        {
            var job = await StartAsync(jobs, $"b{number}", $"{spoil}\n: >spoilt; exec sleep 934");
            while (!File.Exists(Path.Join(job.Directory, "spoilt")))
            {
                await Task.Delay(20, Token);
            }

            await Soon(jobs.LookAsync(job, Token));
            await Soon(new JobSearch(new Host("here"), connection, _directory.FullName, TimeProvider.System).FindAsync(also: null, Token));
            var end = await Soon(jobs.CancelAsync(job, TimeSpan.Zero, Token));

            // A job that has taken its status away may look lost; it is ended all the same.
            Assert.True(end.State is JobState.Cancelled or JobState.Lost, $"{spoil}: {end}");
            while (Processes.Marked(job.Id).Count > 0)
            {
                await Task.Delay(20, Token);
            }
        }
    }

    private async Task<JobHandle> StartAsync(HostJobs jobs, string name, string script)
    {
        var id = $"spoilt-{_directory.Name[^6..]}-{name}";
        return await jobs.StartAsync(
            new JobSpec(id, $"cd {_directory}/{id}\n{script}", TimeSpan.FromSeconds(20)) { Grace = TimeSpan.Zero, Playbook = "p", Task = "t", Run = "r" },
            Token);
    }

    private static Task<T> Soon<T>(Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(30), Token);
}
