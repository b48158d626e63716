using Playbooks.Connections;
using Playbooks.Jobs;
using Playbooks.Ssh.Tests.Connections;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>The jobs on one host of a lab, over a connection of one's own: another of these is another controller.</summary>
internal sealed class LabJobs : IAsyncDisposable
{
    private readonly Lab _lab;
    private readonly string _host;

    private LabJobs(Lab lab, Host host, ConnectionOptions login, string? directory, TimeProvider? time = null)
    {
        _lab = lab;
        _host = host.Name;
        Connection = new Connector(login, time ?? TimeProvider.System).Connect(host);
        Jobs = new HostJobs(host, Connection, directory, TimeProvider.System);
    }

    /// <summary>What waits for a host at most this long has waited too long.</summary>
    internal static TimeSpan Soon { get; } = TimeSpan.FromSeconds(60);

    /// <summary>A poll that no test waits for.</summary>
    internal static TimeSpan RarePoll { get; } = TimeSpan.FromSeconds(300);

    internal IHostConnection Connection { get; }

    internal HostJobs Jobs { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes it; nothing is sent yet.</summary>
    internal static LabJobs Of(Lab lab, string host, string? directory = null) => new(lab, lab.Host(host), lab.Login(), directory);

    /// <summary>Makes it over a wire that can fail.</summary>
    /// <param name="wire">The wire.</param>
    /// <param name="time">The clock of the connection.</param>
    internal static LabJobs Over(FaultyWire wire, TimeProvider? time = null) => new(wire.Lab, wire.Host, wire.Login, null, time);

    /// <summary>A job with an id of its own.</summary>
    internal static JobSpec Spec(string script, int limit = 120, int grace = 10) =>
        new(JobId.For(Guid.NewGuid().ToString("N"), "Backup", "lab", null, 0), script, TimeSpan.FromSeconds(limit))
        {
            Grace = TimeSpan.FromSeconds(grace),
            Playbook = "Nightly",
            Task = "Backup",
            Run = "run",
        };

    internal Task<JobHandle> StartAsync(JobSpec spec) => Jobs.StartAsync(spec, Token);

    internal Task<JobHandle> StartAsync(string script, int limit = 120, int grace = 10) => StartAsync(Spec(script, limit, grace));

    /// <summary>A job's end, which must be known soon, though nobody polls.</summary>
    internal Task<JobEnd> EndAsync(JobHandle job) => EndAsync(job, RarePoll);

    /// <summary>A job's end, which must be known soon.</summary>
    internal Task<JobEnd> EndAsync(JobHandle job, TimeSpan poll) => Jobs.WaitAsync(job, poll, null, Token).WaitAsync(Soon, Token);

    internal Task<(JobState State, JobEnd? End)> LookAsync(JobHandle job) => Jobs.LookAsync(job, Token);

    internal Task<JobEnd> CancelAsync(JobHandle job, int grace = 5) => Jobs.CancelAsync(job, TimeSpan.FromSeconds(grace), Token);

    internal async Task<string> StdoutAsync(JobHandle job) => (await Jobs.ReadAsync(job, 1024 * 1024, Token)).Stdout;

    /// <summary>Runs a script that must succeed, and gives what it prints.</summary>
    internal async Task<string> RunAsync(string script)
    {
        var outcome = await Connection.RunAsync(script);
        Assert.True(outcome.Rc == 0, $"{script}\n{outcome.Rc} {outcome.Stdout}\n{outcome.Stderr}");
        return outcome.Stdout;
    }

    /// <summary>Returns once the status on the host says that the task runs.</summary>
    internal Task RunningAsync(JobHandle job) => Until.HoldsAsync(() => Status(job).Contains("\"state\":\"running\"", StringComparison.Ordinal));

    /// <summary>What the job's status says, without a connection; empty if there is none.</summary>
    internal string Status(JobHandle job)
    {
        var file = Path.Combine(_lab.Home(_host), ".playbooks_async", job.Id, "status.json");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }

    public async ValueTask DisposeAsync()
    {
        await Jobs.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
