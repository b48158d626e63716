using Playbooks.Connections;
using Playbooks.Jobs;
using Playbooks.Ssh.Tests.Hosts;

namespace Playbooks.Ssh.Tests.Jobs;

/// <summary>A user's login on a machine with logind, and the jobs that are started over it.</summary>
internal sealed class Login : IAsyncDisposable
{
    private readonly Machine _machine;
    private string _session = "";

    private Login(Machine machine, string user, BecomeMethod method)
    {
        _machine = machine;
        Connection = machine.Connect(user, method);
        Jobs = new HostJobs(machine.Host, Connection, null, TimeProvider.System) { Lingers = Lingering.Add };
    }

    internal IHostConnection Connection { get; }

    internal HostJobs Jobs { get; }

    /// <summary>Who was made to linger.</summary>
    internal List<string> Lingering { get; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static async Task<Login> OpenAsync(Machine machine, string user, BecomeMethod method = BecomeMethod.Sudo)
    {
        var login = new Login(machine, user, method);
        login._session = (await login.RunAsync("echo $XDG_SESSION_ID")).Trim();
        return login;
    }

    /// <summary>Runs a script in the foreground, and gives what it prints.</summary>
    internal async Task<string> RunAsync(string script, string? user = null) =>
        (await Connection.RunAsync(new ShellScript(script) { User = user }, Token)).Stdout;

    internal Task<JobHandle> StartAsync(string script, string? user = null, bool enablesLinger = false) =>
        Jobs.StartAsync(LabJobs.Spec(script) with { User = user, EnablesLinger = enablesLinger }, Token);

    /// <summary>Returns what a job has printed once that ends with this.</summary>
    internal async Task<string> PrintedAsync(JobHandle job, string end)
    {
        var printed = "";
        await Until.HoldsAsync(async () => (printed = await StdoutAsync(job)).EndsWith(end, StringComparison.Ordinal));
        return printed;
    }

    internal async Task<JobState> StateAsync(JobHandle job) => (await Jobs.LookAsync(job, Token)).State;

    internal async Task<string> StdoutAsync(JobHandle job) => (await Jobs.ReadAsync(job, 1024 * 1024, Token)).Stdout;

    internal async Task<JobState> EndAsync(JobHandle job) => (await Jobs.WaitAsync(job, LabJobs.RarePoll, null, Token).WaitAsync(LabJobs.Soon, Token)).State;

    internal async Task<JobState> CancelAsync(JobHandle job) => (await Jobs.CancelAsync(job, TimeSpan.FromSeconds(5), Token)).State;

    /// <summary>Logs out, and returns when logind has done what it does then.</summary>
    internal async Task LogOutAsync()
    {
        await DisposeAsync();
        await Until.HoldsAsync(
            async () => await _machine.ExecAsync($"loginctl show-session {_session} --property=State --value 2>/dev/null || :") is "" or "closing\n");
    }

    public async ValueTask DisposeAsync()
    {
        await Jobs.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
