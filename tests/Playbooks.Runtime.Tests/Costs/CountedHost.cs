using System.Security.Cryptography;
using Playbooks.Connections;
using Playbooks.Connections.Local;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Costs;

/// <summary>This machine as a host, over a connection whose traffic is counted.</summary>
internal sealed class CountedHost : IConnector, IAsyncDisposable
{
    private readonly Host _host = new("here");

    // As long for each. Tests that run beside one another have jobs of different ids: control groups are named after them.
    private readonly string _id = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private readonly string _shell;

    /// <summary>Makes it; nothing is opened yet.</summary>
    /// <param name="shell">The shell that runs scripts.</param>
    internal CountedHost(string shell = "/bin/sh")
    {
        _shell = shell;
        Directory = NewDirectory.Make($"/tmp/playbooks-counts.{_id}");
        Connection = ((IConnector)this).Connect(_host);
        Jobs = new HostJobs(_host, Connection, Directory, TimeProvider.System);
    }

    internal Traffic Traffic { get; } = new();

    internal IHostConnection Connection { get; }

    internal HostJobs Jobs { get; }

    /// <summary>A directory of its own, where jobs live too. Its name is as long on every machine.</summary>
    internal string Directory { get; }

    /// <summary>How many transports were made.</summary>
    internal int Connects { get; private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What it costs to do something.</summary>
    internal async Task<Cost> CostOfAsync(Func<Task> act)
    {
        var before = Traffic.Cost;
        await act();
        return Traffic.Cost.Since(before);
    }

    /// <summary>Runs a script, which must succeed.</summary>
    internal async Task<string> RunAsync(string script)
    {
        var outcome = await Connection.RunAsync(new ShellScript(script), Token);
        Assert.Null(outcome.Failure);
        return outcome.Stdout;
    }

    /// <summary>Runs what a task of a module does.</summary>
    internal async Task<TResult> RunAsync<TResult>(ActionModule<TResult> module)
        where TResult : TaskResult
    {
        var result = await module.RunAsync(
            new ActionContext(_host, new Play("run", DateTimeOffset.UnixEpoch, [_host]), Connection, TimeProvider.System), Token);
        Assert.Null(result.Message);
        return result;
    }

    /// <summary>Runs a playbook, which must succeed.</summary>
    internal async Task<TResults> RunAsync<TResults>(IPlaybook<TResults> playbook)
        where TResults : class
    {
        var report = await playbook.RunAsync(new RunOptions { Connector = this, AsyncDirectory = Directory }, Token);
        Assert.Equal(0, report.ExitCode);
        return report.Hosts.Single().Results!;
    }

    /// <summary>Starts a job.</summary>
    /// <param name="number">Its number, which is as long for all of a test.</param>
    /// <param name="script">What it does.</param>
    internal Task<JobHandle> StartAsync(int number, string script) => Jobs.StartAsync(
        new JobSpec(JobId.For(_id, $"Job{number}", "here", null, 0), script, TimeSpan.FromMinutes(1)) { Playbook = "Counted", Task = "Job", Run = "run" },
        Token);

    /// <summary>Learns a job's end; nobody looks for it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="number">How many were waited for before, and it.</param>
    internal async Task EndAsync(JobHandle job, int number)
    {
        Assert.Equal(JobState.Succeeded, (await Jobs.WaitAsync(job, TimeSpan.FromMinutes(5), null, Token).WaitAsync(TimeSpan.FromSeconds(30), Token)).State);
        await Traffic.WrittenAsync($"forget {number}\n");
    }

    /// <summary>Reads what a job has printed, as runs do at its end.</summary>
    internal Task ReadAsync(JobHandle job) => Jobs.ReadEndAsync(job, 1024 * 1024, Token);

    /// <summary>Removes what a job has left.</summary>
    internal Task RemoveAsync(JobHandle job) => Jobs.RemoveAsync(job, Token);

    public async ValueTask DisposeAsync()
    {
        await Jobs.DisposeAsync();
        await Connection.DisposeAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    void IConnector.Check(IReadOnlyList<Host> hosts)
    {
    }

    IHostConnection IConnector.Connect(Host host) => new HostConnection(
        host.Name,
        Environment.UserName,
        _ =>
        {
            Connects++;
            return Task.FromResult<ITransport>(new CountedTransport(new LocalTransport(host.Name, TimeProvider.System), Traffic));
        },
        TimeProvider.System,
        _shell);
}
