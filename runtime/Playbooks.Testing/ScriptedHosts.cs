using System.Collections.Concurrent;
using Playbooks.Connections;

namespace Playbooks.Testing;

/// <summary>
/// Hosts that answer as a test says, in virtual time: a job of two hours takes none. What reaches them is in <see cref="Log"/>, in order. What
/// nobody has scripted succeeds at once and prints nothing, unless <see cref="RefusesUnscripted"/>.
/// </summary>
/// <example>
/// <code>
/// var hosts = new ScriptedHosts("db1", "db2").When("full-backup.sh", rc: 1, seconds: 7200, host: "db2");
/// var report = await hosts.RunAsync(new NightlyBackup());
/// </code>
/// </example>
public sealed class ScriptedHosts : IConnector, IRunOutput
{
    private readonly List<ScriptedAnswer> _answers = [];
    private readonly List<ScriptedResult> _results = [];
    private readonly Dictionary<string, Facts> _facts = [];
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ConcurrentQueue<RunEvent> _events = new();

    /// <summary>Makes hosts.</summary>
    /// <param name="inventory">Their names, or the lines of an INI inventory with groups and variables.</param>
    /// <exception cref="FormatException">A line is none of an inventory.</exception>
    public ScriptedHosts(params IEnumerable<string> inventory) => Inventory = Inventory.Parse(string.Join('\n', inventory));

    /// <summary>The clock. It stands still while something runs, and jumps to the next moment for which anything waits.</summary>
    public VirtualTime Time { get; } = new();

    /// <summary>The hosts.</summary>
    public Inventory Inventory { get; }

    /// <summary>
    /// What has reached them: the host's name and the command, <c>db1 /opt/full-backup.sh</c>; <c>as USER</c> before that of another user; <c>done</c>
    /// behind one that took time, when it has ended; of jobs <c>start</c>, <c>look</c>, <c>cancel</c> and <c>remove</c> before it.
    /// </summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>What the run has told.</summary>
    public IReadOnlyCollection<RunEvent> Events => _events;

    /// <summary>The tasks that have ended, in order.</summary>
    public IEnumerable<TaskFinished> Finished => Events.OfType<TaskFinished>();

    /// <summary>Whether a task fails whose command nobody has scripted. Defaults to <see langword="false"/>.</summary>
    public bool RefusesUnscripted { get; init; }

    /// <summary>Whether the directories of jobs cannot be removed.</summary>
    internal bool KeepsDirectories { get; init; }

    /// <summary>Whether the disks are full when jobs end.</summary>
    internal bool HasFullDisks { get; init; }

    /// <summary>Changes how every run reaches them.</summary>
    internal Func<RunOptions, RunOptions> Changed { get; init; } = static options => options;

    /// <summary>How a run reaches them; to run a playbook in a way of one's own.</summary>
    public RunOptions Options => Changed(new()
    {
        Inventory = Inventory,
        Time = Time,
        Connector = this,
        Output = this,
        Jobs = (host, _, _) => new ScriptedJobs(this, host),
        Effects = new ScriptedEffects(_results, _facts, Time),
    });

    /// <summary>Says what a command or script gives that contains a text. Of several that fit, the last holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rc">Its exit status.</param>
    /// <param name="stdout">What it prints.</param>
    /// <param name="stderr">What it complains of; the last line of it is in the message of a failure.</param>
    /// <param name="seconds">How long it takes, in virtual time; a job is ended by its limit all the same.</param>
    /// <param name="host">The host on which it does; all by default.</param>
    /// <param name="unreachable">Whether the host cannot be reached instead.</param>
    public ScriptedHosts When(
        string text, int rc = 0, string stdout = "", string stderr = "", double seconds = 0, string? host = null, bool unreachable = false)
    {
        _answers.Insert(0, new ScriptedAnswer(text, host, rc, stdout, Span(seconds), unreachable) { Stderr = stderr });
        return this;
    }

    /// <summary>
    /// Says what a task gives that runs in the foreground, without asking a host: for modules whose answers have a form of their own, such as
    /// <c>Stat</c> or <c>Http</c>.
    /// </summary>
    /// <param name="task">The task: its member or, in a block, its path.</param>
    /// <param name="result">What it gives.</param>
    /// <param name="seconds">How long it takes, in virtual time.</param>
    /// <param name="host">The host on which it does; all by default.</param>
    public ScriptedHosts Gives(string task, TaskResult result, double seconds = 0, string? host = null)
    {
        _results.Insert(0, new ScriptedResult(task, host, result, Span(seconds)));
        return this;
    }

    /// <summary>Says what a host says of itself; by default nothing but its name.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="host">The host; all others by default.</param>
    public ScriptedHosts Has(Facts facts, string? host = null)
    {
        _facts[host ?? ""] = facts;
        return this;
    }

    /// <summary>The host of a job is lost for good some time after the job's start.</summary>
    /// <param name="text">A text that its command contains.</param>
    /// <param name="seconds">When, in virtual time.</param>
    /// <param name="host">The host; all by default.</param>
    public ScriptedHosts Losing(string text, double seconds, string? host = null)
    {
        _answers.Insert(0, new ScriptedAnswer(text, host, Rc: 0, "", Span(seconds), IsUnreachable: false) { IsLost = true });
        return this;
    }

    /// <summary>The first jobs of a command are lost by their host's reboot; those after them end well.</summary>
    /// <param name="text">A text that the command contains.</param>
    /// <param name="times">How many are lost.</param>
    /// <param name="seconds">How long after its start each is lost, or ends, in virtual time.</param>
    /// <param name="stdout">What each prints.</param>
    public ScriptedHosts Dying(string text, int times, double seconds, string stdout = "")
    {
        _answers.Insert(0, new ScriptedAnswer(text, Host: null, Rc: 0, stdout, Span(seconds), IsUnreachable: false) { Deaths = times });
        return this;
    }

    /// <summary>Runs a playbook on the hosts to its end.</summary>
    /// <typeparam name="TResults">What its tasks give on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    /// <param name="change">Changes how it is run: <c>options => options with { CheckMode = true }</c>.</param>
    /// <exception cref="UsageException">Nothing was run: the pattern names no host, say.</exception>
    /// <exception cref="TimeoutException">
    /// The run neither ends nor waits for a moment in virtual time: something in it waits for what does not come.
    /// </exception>
    public Task<RunReport<TResults>> RunAsync<TResults>(
        IPlaybook<TResults> playbook, Func<RunOptions, RunOptions>? change = null)
        where TResults : class =>
        Time.RunAsync(playbook.RunAsync(change is null ? Options : change(Options), CancellationToken.None));

    /// <summary>Runs a site on the hosts to its end.</summary>
    /// <param name="site">The site.</param>
    /// <param name="change">Changes how it is run.</param>
    /// <exception cref="UsageException">Nothing was run.</exception>
    /// <exception cref="TimeoutException">The run neither ends nor waits for a moment in virtual time.</exception>
    public Task<RunReport<object>> RunAsync(ISite site, Func<RunOptions, RunOptions>? change = null) =>
        Time.RunAsync(site.RunAsync(change is null ? Options : change(Options), CancellationToken.None));

    /// <summary>Runs a playbook and interrupts it after a while, as Ctrl-C does.</summary>
    /// <typeparam name="TResults">What its tasks give on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    /// <param name="seconds">When, in virtual time.</param>
    /// <param name="change">Changes how it is run.</param>
    /// <exception cref="InvalidOperationException">It had ended before.</exception>
    public Task RunAndInterruptAsync<TResults>(
        IPlaybook<TResults> playbook, double seconds, Func<RunOptions, RunOptions>? change = null)
        where TResults : class =>
        RunAndInterruptAsync(interrupt => playbook.RunAsync(change is null ? Options : change(Options), interrupt), seconds);

    /// <summary>Runs a site and interrupts it after a while, as Ctrl-C does.</summary>
    /// <param name="site">The site.</param>
    /// <param name="seconds">When, in virtual time.</param>
    /// <param name="change">Changes how it is run.</param>
    /// <exception cref="InvalidOperationException">It had ended before.</exception>
    public Task RunAndInterruptAsync(ISite site, double seconds, Func<RunOptions, RunOptions>? change = null) =>
        RunAndInterruptAsync(interrupt => site.RunAsync(change is null ? Options : change(Options), interrupt), seconds);

    private async Task RunAndInterruptAsync<TReport>(Func<CancellationToken, Task<TReport>> run, double seconds)
    {
        using var interrupt = new CancellationTokenSource(Span(seconds), Time);
        try
        {
            await Time.RunAsync(run(interrupt.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new InvalidOperationException($"The run had ended before it could be interrupted, after {Time.Seconds} s.");
    }

    /// <inheritdoc/>
    void IConnector.Check(IReadOnlyList<Host> hosts)
    {
    }

    /// <inheritdoc/>
    IHostConnection IConnector.Connect(Host host) => new ScriptedConnection(this, host);

    /// <inheritdoc/>
    void IRunOutput.Take(RunEvent runEvent) => _events.Enqueue(runEvent);

    /// <exception cref="IOException">Nobody has scripted one.</exception>
    internal ScriptedAnswer Answer(Host host, string script)
    {
        var plain = ScriptedConnection.Plain(script);
        return _answers.FirstOrDefault(answer => plain.Contains(answer.Text, StringComparison.Ordinal) && (answer.Host ?? host.Name) == host.Name)
            ?? (RefusesUnscripted
                ? throw new IOException($"nothing is scripted for it on {host.Name}; add .When(\"{plain.Split('\n')[0]}\")")
                : new ScriptedAnswer("", null, 0, "", TimeSpan.Zero, IsUnreachable: false));
    }

    internal void Note(Host host, string what) => _log.Enqueue($"{host.Name} {what}");

    // TimeSpan.FromSeconds cuts off what a number like 24.58 is too small by.
    private static TimeSpan Span(double seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
}
