using System.Collections.Concurrent;
using Playbooks.Connections;

namespace Playbooks.Testing;

/// <summary>
/// Simulated hosts for tests, with the answers that the test has scripted. Time is virtual: a job of two hours takes no real time. <see cref="Log"/> lists
/// what was run on the hosts, in order. A command without a scripted answer succeeds at once and prints nothing, unless <see cref="RefusesUnscripted"/> is
/// set.
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

    /// <summary>Creates the hosts.</summary>
    /// <param name="inventory">The names of the hosts, or the lines of an INI inventory with groups and variables.</param>
    /// <exception cref="UsageException">A line is not valid in an inventory.</exception>
    public ScriptedHosts(params IEnumerable<string> inventory) => Inventory = Inventory.Parse(string.Join('\n', inventory));

    /// <summary>The virtual clock. It stands still while anything runs, then jumps to the next moment for which the run waits.</summary>
    public VirtualTime Time { get; } = new();

    /// <summary>The hosts, as an inventory.</summary>
    public Inventory Inventory { get; }

    /// <summary>
    /// What was run on the hosts, in order: each entry has the host's name and the command, such as <c>db1 /opt/full-backup.sh</c>. Before the command, <c>as
    /// USER</c> marks a command of another user, and <c>start</c>, <c>look</c> (a check), <c>cancel</c> and <c>remove</c> mark what was done with a job. A
    /// command that takes time has a second entry when it ends, with <c>done</c> after the command.
    /// </summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>All events that the run has reported, in order.</summary>
    public IReadOnlyCollection<RunEvent> Events => _events;

    /// <summary>The events of the tasks that have ended, in order.</summary>
    public IEnumerable<TaskFinished> Finished => Events.OfType<TaskFinished>();

    /// <summary>Whether a task fails if its command has no scripted answer. Defaults to <see langword="false"/>.</summary>
    public bool RefusesUnscripted { get; init; }

    /// <summary>Whether the directories of jobs cannot be removed.</summary>
    internal bool KeepsDirectories { get; init; }

    /// <summary>Whether the hosts' disks are full when jobs end.</summary>
    internal bool HasFullDisks { get; init; }

    /// <summary>Changes the options of every run.</summary>
    internal Func<RunOptions, RunOptions> Changed { get; init; } = static options => options;

    /// <summary>
    /// The options for running a playbook on these hosts. Use this property to run a playbook in a way that <see cref="RunAsync{TResults}"/> does not offer.
    /// </summary>
    public RunOptions Options => Changed(new()
    {
        Inventory = Inventory,
        Time = Time,
        Connector = this,
        Output = this,
        Jobs = (host, _, _) => new ScriptedJobs(this, host),
        Effects = new ScriptedEffects(_results, _facts, Time),
    });

    /// <summary>Scripts the answer to every command or script that contains a text. If several answers fit, the one that was scripted last is used.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rc">The exit status.</param>
    /// <param name="stdout">The standard output.</param>
    /// <param name="stderr">The standard error. Its last line appears in the message of a failure.</param>
    /// <param name="seconds">How long the command takes, in virtual time. A job still ends at its limit.</param>
    /// <param name="host">The name of the host that gives this answer; <see langword="null"/> for all hosts.</param>
    /// <param name="unreachable">Whether the host is unreachable instead of giving this answer.</param>
    public ScriptedHosts When(
        string text, int rc = 0, string stdout = "", string stderr = "", double seconds = 0, string? host = null, bool unreachable = false)
    {
        _answers.Insert(0, new ScriptedAnswer(text, host, rc, stdout, Span(seconds), unreachable) { Stderr = stderr });
        return this;
    }

    /// <summary>
    /// Scripts the result of a task in the foreground, without asking a host. Use it for modules whose answers have a special format, such as <c>Stat</c> or
    /// <c>Http</c>.
    /// </summary>
    /// <param name="task">The task's member or, in a block, its path.</param>
    /// <param name="result">The task's result.</param>
    /// <param name="seconds">How long the task takes, in virtual time.</param>
    /// <param name="host">The name of the host on which the task has this result; <see langword="null"/> for all hosts.</param>
    public ScriptedHosts Gives(string task, TaskResult result, double seconds = 0, string? host = null)
    {
        _results.Insert(0, new ScriptedResult(task, host, result, Span(seconds)));
        return this;
    }

    /// <summary>Scripts the facts of a host. By default, a host reports only its name.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="host">The host's name; <see langword="null"/> for all hosts without facts of their own.</param>
    public ScriptedHosts Has(Facts facts, string? host = null)
    {
        _facts[host ?? ""] = facts;
        return this;
    }

    /// <summary>Makes the host of a job unreachable for the rest of the run, some time after the job's start.</summary>
    /// <param name="text">A text that the job's command contains.</param>
    /// <param name="seconds">The seconds from the job's start, in virtual time.</param>
    /// <param name="host">The host's name; <see langword="null"/> for all hosts.</param>
    public ScriptedHosts Losing(string text, double seconds, string? host = null)
    {
        _answers.Insert(0, new ScriptedAnswer(text, host, Rc: 0, "", Span(seconds), IsUnreachable: false) { IsLost = true });
        return this;
    }

    /// <summary>Makes the first jobs of a command end as lost, as if their host had rebooted. Later jobs of the command succeed.</summary>
    /// <param name="text">A text that the command contains.</param>
    /// <param name="times">The number of jobs that are lost.</param>
    /// <param name="seconds">How long each job runs before it is lost or ends, in virtual time.</param>
    /// <param name="stdout">The standard output of each job.</param>
    public ScriptedHosts Dying(string text, int times, double seconds, string stdout = "")
    {
        _answers.Insert(0, new ScriptedAnswer(text, Host: null, Rc: 0, stdout, Span(seconds), IsUnreachable: false) { Deaths = times });
        return this;
    }

    /// <summary>Runs a playbook on the hosts to its end.</summary>
    /// <typeparam name="TResults">The type that holds the results of all tasks on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    /// <param name="change">Changes the options, such as <c>options => options with { CheckMode = true }</c>; <see langword="null"/> for no change.</param>
    /// <exception cref="UsageException">Nothing was run, for example because the pattern matches no host.</exception>
    /// <exception cref="TimeoutException">The run neither ends nor waits for a timer: something in it waits for an event that never comes.</exception>
    public Task<RunReport<TResults>> RunAsync<TResults>(
        IPlaybook<TResults> playbook, Func<RunOptions, RunOptions>? change = null)
        where TResults : class =>
        Time.RunAsync(playbook.RunAsync(change is null ? Options : change(Options), CancellationToken.None));

    /// <summary>Runs a site on the hosts to its end.</summary>
    /// <param name="site">The site.</param>
    /// <param name="change">Changes the options; <see langword="null"/> for no change.</param>
    /// <exception cref="UsageException">Nothing was run.</exception>
    /// <exception cref="TimeoutException">The run neither ends nor waits for a timer: something in it waits for an event that never comes.</exception>
    public Task<RunReport<object>> RunAsync(ISite site, Func<RunOptions, RunOptions>? change = null) =>
        Time.RunAsync(site.RunAsync(change is null ? Options : change(Options), CancellationToken.None));

    /// <summary>Runs a playbook and interrupts it after some time, as Ctrl-C does.</summary>
    /// <typeparam name="TResults">The type that holds the results of all tasks on one host.</typeparam>
    /// <param name="playbook">The playbook.</param>
    /// <param name="seconds">The seconds until the interruption, in virtual time.</param>
    /// <param name="change">Changes the options; <see langword="null"/> for no change.</param>
    /// <exception cref="InvalidOperationException">The run had already ended.</exception>
    public Task RunAndInterruptAsync<TResults>(
        IPlaybook<TResults> playbook, double seconds, Func<RunOptions, RunOptions>? change = null)
        where TResults : class =>
        RunAndInterruptAsync(interrupt => playbook.RunAsync(change is null ? Options : change(Options), interrupt), seconds);

    /// <summary>Runs a site and interrupts it after some time, as Ctrl-C does.</summary>
    /// <param name="site">The site.</param>
    /// <param name="seconds">The seconds until the interruption, in virtual time.</param>
    /// <param name="change">Changes the options; <see langword="null"/> for no change.</param>
    /// <exception cref="InvalidOperationException">The run had already ended.</exception>
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

    /// <exception cref="IOException">No answer is scripted.</exception>
    internal ScriptedAnswer Answer(Host host, string script)
    {
        var plain = ScriptedConnection.Plain(script);
        return _answers.FirstOrDefault(answer => plain.Contains(answer.Text, StringComparison.Ordinal) && (answer.Host ?? host.Name) == host.Name)
            ?? (RefusesUnscripted
                ? throw new IOException($"no answer is scripted for this command on {host.Name}; add .When(\"{plain.Split('\n')[0]}\")")
                : new ScriptedAnswer("", null, 0, "", TimeSpan.Zero, IsUnreachable: false));
    }

    internal void Note(Host host, string what) => _log.Enqueue($"{host.Name} {what}");

    // TimeSpan.FromSeconds truncates, so a number such as 24.58, which a double stores as slightly less, would lose a tick.
    private static TimeSpan Span(double seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
}
