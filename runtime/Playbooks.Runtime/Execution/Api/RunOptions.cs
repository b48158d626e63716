using Playbooks.Connections;
using Playbooks.Execution.Agreement;
using Playbooks.Execution.Effects;
using Playbooks.Execution.Order;
using Playbooks.Generated;
using Playbooks.Jobs;

namespace Playbooks;

/// <summary>How to run a playbook.</summary>
public sealed record RunOptions
{
    /// <summary>The hosts there are. Defaults to this machine alone, over the local connection: every pattern then means it.</summary>
    public Inventory Inventory { get; init; } = Inventory.Local;

    /// <summary>A further pattern, to run on fewer hosts. None by default.</summary>
    public string? Limit { get; init; }

    /// <summary>How many hosts run an effect at once. Defaults to all.</summary>
    public int? Forks { get; init; }

    /// <summary>The user to log in as, where the inventory names none. Defaults to the user who runs this.</summary>
    public string? User { get; init; }

    /// <summary>The private key's file, where the inventory names none. Defaults to the user's own keys in <c>~/.ssh</c>.</summary>
    public string? PrivateKey { get; init; }

    /// <summary>The file of known host keys. Defaults to <c>~/.ssh/known_hosts</c> and <c>/etc/ssh/ssh_known_hosts</c>.</summary>
    public string? KnownHosts { get; init; }

    /// <summary>The program by which other users are become, where the inventory names none. Defaults to <c>sudo</c>.</summary>
    public BecomeMethod BecomeMethod { get; init; }

    /// <summary>The user to become where neither task, nor playbook, nor inventory names one. Defaults to <c>root</c>.</summary>
    public string? BecomeUser { get; init; }

    /// <summary>
    /// The password for it, where the inventory has none. None by default. It is sent only to a program that asks for it, and
    /// has no line break.
    /// </summary>
    public Secret? BecomePassword { get; init; }

    /// <summary>
    /// How long a host may answer nothing before its connection counts as lost, and is made again. It is asked six times in that time.
    /// Defaults to 30 s; at least 1 s.
    /// </summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many bytes of memory the results of all hosts may take for what was printed. Beyond that, what no task asks for is dropped, the oldest
    /// first; then what may be asked for goes to a file without a name in the directory for temporary files. Defaults to 256 MiB.
    /// </summary>
    public long KeptOutput { get; init; } = 256L * 1024 * 1024;

    /// <summary>Where jobs live on the hosts. Defaults to <c>~/.playbooks_async</c> of the task's user.</summary>
    public string? AsyncDirectory { get; init; }

    /// <summary>
    /// Whether a user is made to linger (<c>loginctl enable-linger</c>) where jobs would end with the login else, for want of any other way
    /// (<see cref="AsyncAttribute.Linger"/> for all tasks). Defaults to <see langword="false"/>: such a task is refused.
    /// </summary>
    public bool EnableLinger { get; init; }

    /// <summary>
    /// Whether nothing is changed: each module tells what it would change, and what cannot be foreseen is skipped.
    /// Defaults to <see langword="false"/>.
    /// </summary>
    public bool CheckMode { get; init; }

    /// <summary>
    /// Whether results tell what was changed, or would be, line by line (<see cref="TaskResult.Diff"/>). Defaults to <see langword="false"/>.
    /// </summary>
    public bool Diff { get; init; }

    /// <summary>
    /// Runs only tasks that have one of these tags, or <c>always</c>, and what they need; <c>all</c>, <c>tagged</c> and <c>untagged</c> are words for
    /// what they say. Empty by default: all tasks but those tagged <c>never</c>.
    /// </summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Runs no task that has one of these tags, and none that needs one of them. Empty by default.</summary>
    public IReadOnlyList<string> SkipTags { get; init; } = [];

    /// <summary>
    /// Runs the tasks from this one on, and what they need: what is shown for it, its member or its path. By default the first of all.
    /// </summary>
    public string? StartAt { get; init; }

    /// <summary>Whether handlers that were notified also run on a host where a task has failed. Defaults to <see langword="false"/>.</summary>
    public bool ForceHandlers { get; init; }

    /// <summary>Whether what jobs print is told while they run (<see cref="JobPrinted"/>). Not by default.</summary>
    public bool FollowJobs { get; init; }

    /// <summary>
    /// Whether interrupting the run cancels its jobs, too, except those that are left on purpose: they are gone when the run has ended.
    /// Defaults to <see langword="false"/>: they run on, to their ends or their limits.
    /// </summary>
    public bool CancelJobsOnInterrupt { get; init; }

    /// <summary>Reads the run's events. None by default.</summary>
    public IRunOutput? Output { get; init; }

    /// <summary>The clock. Defaults to the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What they say of the ways into hosts.</summary>
    internal ConnectionOptions Connections => new()
    {
        User = User,
        PrivateKey = PrivateKey,
        KnownHosts = KnownHosts,
        BecomeMethod = BecomeMethod,
        BecomePassword = BecomePassword,
        Silence = Silence,
    };

    /// <summary>Makes the connections. Defaults to SSH and local ones, as the inventory says.</summary>
    internal IConnector? Connector { get; init; }

    /// <summary>Hears of every effect, and may know what came of it. By default nothing is known, and nothing written.</summary>
    internal IEffectLog Effects { get; init; } = UnwrittenLog.Instance;

    /// <summary>Makes what the hosts of a batch agree on, of the playbook and the names of the hosts. By default all of them are in this process.</summary>
    internal Func<PlaybookInfo, IReadOnlyList<string>, IAgreement> Agreement { get; init; } = static (playbook, hosts) => new Batch(playbook, hosts);

    /// <summary>Makes the jobs' side of a host. Defaults to the supervisor on the host.</summary>
    internal Func<Host, IHostConnection, RunOptions, IHostJobs> Jobs { get; init; } =
        static (host, connection, options) => new HostJobs(host, connection, options.AsyncDirectory, options.Time);
}
