using System.Diagnostics;
using System.Text.Json;
using Playbooks.Jobs;
using Xunit.v3;

namespace Playbooks.Runtime.Tests.Jobs;

/// <summary>The whole life of jobs under one shell, with real processes on this machine.</summary>
[Needs("process")]
public abstract partial class JobLife : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RarePoll = TimeSpan.FromSeconds(300);

    // Dash is first: every run takes it.
    private static readonly IReadOnlyList<Type> classes =
    [
        typeof(JobLifeUnderDashTests), typeof(JobLifeUnderBashTests), typeof(JobLifeUnderBusyboxTests), typeof(JobLifeUnderMkshTests),
        typeof(JobLifeUnderYashTests), typeof(JobLifeWithoutSetsidTests),
    ];

    private static int lastLimit = Processes.UniqueSeconds();

    private readonly ShellHost host;
    private readonly HostJobs jobs;
    private readonly List<JobHandle> started = [];
    private readonly int uniqueLimit = Interlocked.Increment(ref lastLimit);
    private int number;

    protected JobLife(string shell, params string[] tools)
    {
        host = new ShellHost(shell, tools);
        jobs = new HostJobs(new Host("here"), host, null, TimeProvider.System);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        host.IsCut = false;
        foreach (var job in started)
        {
            await jobs.CancelAsync(job, TimeSpan.Zero, CancellationToken.None);
        }

        await jobs.DisposeAsync();
        await host.DisposeAsync();
    }

    /// <summary>Whether this run shows a test under the shell of the class that it is found in.</summary>
    internal static bool IsTaken(IXunitTestMethod test) => SampledShells.Of(classes, test.Method.Name).Contains(test.TestClass.Class);

    private static string? StateOf(JobHandle job) => StateOf(job.Directory);

    private static string? StateOf(string directory)
    {
        var file = Path.Combine(directory, "status.json");
        if (!File.Exists(file))
        {
            return null;
        }

        using var status = JsonDocument.Parse(File.ReadAllText(file));
        return status.RootElement.GetProperty("state").GetString();
    }

    private static JsonElement StatusOf(JobHandle job)
    {
        using var status = JsonDocument.Parse(File.ReadAllText(Path.Combine(job.Directory, "status.json")));
        return status.RootElement.Clone();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Soon, "It did not come about.");
            await Task.Delay(20, Cancel);
        }
    }

    private static Task GoneAsync(JobHandle job) => UntilAsync(() => Processes.Of(job.Id).Count == 0);

    // A process that is killed lives on for a moment.
    private static async Task KillSupervisorAsync(JobHandle job)
    {
        var supervisor = StatusOf(job).GetProperty("pid").GetInt32();
        Processes.Signal(supervisor, "KILL");
        await UntilAsync(() => !Processes.Runs(supervisor));
    }

    // The sleep that keeps a job's limit.
    private static int Sleeper(JobHandle job) => Processes.Having("environ", $"PLAYBOOKS_TIMER={job.Id}").SingleOrDefault();

    // The shells of this host's pipes: one a pipe, and one a wait.
    private int WatchingShells() => Directory.EnumerateDirectories("/proc").Count(process =>
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(process, "cwd"), false)?.FullName == host.Home
                && File.ReadAllText(Path.Combine(process, "cmdline")).TrimEnd('\0') == Path.Combine(host.Root, "bin", "sh");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    private HostJobs Another() => new(new Host("here"), host, null, TimeProvider.System);

    private Task<JobEnd> EndAsync(JobHandle job) => jobs.WaitAsync(job, RarePoll, null, Cancel).WaitAsync(Soon, Cancel);

    private JobSpec Spec(string script, int limit = 60, int grace = 10, string task = "Backup", string? key = null, int? keeps = null) =>
        new(JobId.For("run-1", task, "here", Interlocked.Increment(ref number), 0) + Path.GetFileName(host.Root)[^6..], script, TimeSpan.FromSeconds(limit))
        {
            Grace = TimeSpan.FromSeconds(grace),
            Key = key,
            KeepsOutput = keeps is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Playbook = "Nightly",
            Task = task,
            Run = "run-1",
        };

    private async Task<JobHandle> StartAsync(
        string script, int limit = 60, int grace = 10, string task = "Backup", string? key = null, int? keeps = null)
    {
        var job = await jobs.StartAsync(Spec(script, limit, grace, task, key, keeps), Cancel);
        lock (started)
        {
            started.Add(job);
        }

        return job;
    }
}
