using System.Collections.Concurrent;
using Playbooks.Connections;
using Playbooks.Jobs;

namespace Playbooks.Runtime.Tests.Execution;

/// <summary>Hosts that answer as a test says, in virtual time. What reaches them is in <see cref="Log"/>, in order.</summary>
internal sealed class ScriptedHosts : IConnector, IRunOutput
{
    private readonly List<ScriptedAnswer> _answers = [];

    internal ScriptedHosts(params string[] hosts) => Inventory = Inventory.Parse(string.Join('\n', hosts));

    internal VirtualTime Time { get; } = new();

    internal Inventory Inventory { get; }

    internal ConcurrentQueue<string> Log { get; } = new();

    internal ConcurrentQueue<RunEvent> Events { get; } = new();

    internal RunOptions Options => new()
    {
        Inventory = Inventory,
        Time = Time,
        Connector = this,
        Output = this,
        Jobs = (host, _, _) => new ScriptedJobs(this, host),
    };

    /// <summary>Whether the directories of jobs cannot be removed.</summary>
    internal bool KeepsDirectories { get; init; }

    internal IEnumerable<TaskFinished> Finished => Events.OfType<TaskFinished>();

    /// <summary>What a script that contains a text gives, when it runs, and how long that takes.</summary>
    internal ScriptedHosts When(string text, int rc = 0, string stdout = "", double seconds = 0, string? host = null, bool unreachable = false)
    {
        _answers.Insert(0, new ScriptedAnswer(text, host, rc, stdout, TimeSpan.FromSeconds(seconds), unreachable));
        return this;
    }

    /// <summary>The host of a job is lost for good some time after its start.</summary>
    internal ScriptedHosts Losing(string text, double seconds, string? host = null)
    {
        _answers.Insert(0, new ScriptedAnswer(text, host, Rc: 0, "", TimeSpan.FromSeconds(seconds), IsUnreachable: false) { IsLost = true });
        return this;
    }

    /// <summary>The first jobs of a script die with their host's reboot some time after their start.</summary>
    internal ScriptedHosts Dying(string text, int times, double seconds, string stdout = "")
    {
        _answers.Insert(0, new ScriptedAnswer(text, Host: null, Rc: 0, stdout, TimeSpan.FromSeconds(seconds), IsUnreachable: false) { Deaths = times });
        return this;
    }

    internal Task<RunReport<TResults>> RunAsync<TResults>(
        IPlaybook<TResults> playbook, Func<RunOptions, RunOptions>? change = null)
        where TResults : class =>
        Time.RunAsync(playbook.RunAsync(change is null ? Options : change(Options), CancellationToken.None));

    internal Task<RunReport<object>> RunAsync(ISite site, Func<RunOptions, RunOptions>? change = null) =>
        Time.RunAsync(site.RunAsync(change is null ? Options : change(Options), CancellationToken.None));

    /// <summary>Runs a playbook and interrupts it after a while.</summary>
    internal async Task RunAndInterruptAsync<TResults>(
        IPlaybook<TResults> playbook, double seconds, Func<RunOptions, RunOptions>? change = null)
        where TResults : class
    {
        using var interrupt = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), Time);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Time.RunAsync(playbook.RunAsync(change is null ? Options : change(Options), interrupt.Token)));
    }

    public void Check(IReadOnlyList<Host> hosts)
    {
    }

    public IHostConnection Connect(Host host) => new ScriptedConnection(this, host);

    public void Take(RunEvent runEvent) => Events.Enqueue(runEvent);

    internal ScriptedAnswer Answer(Host host, string script) =>
        _answers.FirstOrDefault(answer => ScriptedConnection.Plain(script).Contains(answer.Text, StringComparison.Ordinal) && (answer.Host ?? host.Name) == host.Name)
        ?? new ScriptedAnswer("", null, 0, "", TimeSpan.Zero, IsUnreachable: false);

    internal void Note(Host host, string what) => Log.Enqueue($"{host.Name} {what}");
}
