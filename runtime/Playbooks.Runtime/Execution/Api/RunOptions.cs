using Playbooks.Connections;
using Playbooks.Execution.Agreement;
using Playbooks.Execution.Effects;
using Playbooks.Execution.Order;
using Playbooks.Generated;
using Playbooks.Jobs;

namespace Playbooks;

/// <summary>The options of a run. Every option has a default.</summary>
public sealed record RunOptions
{
    /// <summary>
    /// The inventory: hosts, groups and their variables. Defaults to this machine alone, over the local connection; every pattern then selects it.
    /// </summary>
    public Inventory Inventory { get; init; } = Inventory.Local;

    /// <summary>A pattern that restricts the run to some of the playbook's hosts. Defaults to <see langword="null"/>: all hosts of the playbook.</summary>
    public string? Limit { get; init; }

    /// <summary>The maximum number of hosts on which tasks run at the same time. Defaults to <see langword="null"/>: all hosts.</summary>
    public int? Forks { get; init; }

    /// <summary>The user to log in as on hosts for which the inventory sets no user. Defaults to the user who runs this program.</summary>
    public string? User { get; init; }

    /// <summary>The path of the private key for hosts for which the inventory sets no key. Defaults to the user's own keys in <c>~/.ssh</c>.</summary>
    public string? PrivateKey { get; init; }

    /// <summary>The path of the file with the known host keys. Defaults to <c>~/.ssh/known_hosts</c> and <c>/etc/ssh/ssh_known_hosts</c>.</summary>
    public string? KnownHosts { get; init; }

    /// <summary>The program that runs tasks as another user on hosts for which the inventory sets no become method. Defaults to <c>sudo</c>.</summary>
    public BecomeMethod BecomeMethod { get; init; }

    /// <summary>
    /// The user for privilege escalation, unless the task, the playbook or the inventory names one. Defaults to <c>root</c>.
    /// </summary>
    public string? BecomeUser { get; init; }

    /// <summary>
    /// The password for running as another user on hosts for which the inventory sets no such password. Defaults to <see langword="null"/>: no password. The
    /// password may not contain a line break. It is sent only to a program that asks for a password.
    /// </summary>
    public Secret? BecomePassword { get; init; }

    /// <summary>
    /// How long a host may be silent. After this time, the run treats the connection as lost and opens a new one. Before that, the run asks the host six times
    /// for an answer. Defaults to 30 s; the minimum is 1 s.
    /// </summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The maximum number of bytes of memory for the output in the results of all hosts. If the output takes more memory, the run first drops output that no
    /// task uses, the oldest first. Then the run moves output that a task may still use to an unnamed file in the directory for temporary files. Defaults to
    /// 256 MiB.
    /// </summary>
    public long KeptOutput { get; init; } = 256L * 1024 * 1024;

    /// <summary>The directory for jobs on the hosts. Defaults to <c>~/.playbooks_async</c> of the user as whom the task runs.</summary>
    public string? AsyncDirectory { get; init; }

    /// <summary>
    /// Whether to enable lingering (<c>loginctl enable-linger</c>) for a user whose jobs would otherwise end at logout, if nothing else can keep the jobs
    /// running. The option sets <see cref="AsyncAttribute.Linger"/> for all tasks. Defaults to <see langword="false"/>: a task whose job would end at logout
    /// fails before the job starts.
    /// </summary>
    public bool EnableLinger { get; init; }

    /// <summary>
    /// Whether to run in check mode: the run changes nothing, and each module reports what it would change. A task whose effect cannot be predicted is skipped.
    /// Defaults to <see langword="false"/>.
    /// </summary>
    public bool CheckMode { get; init; }

    /// <summary>
    /// Whether results show the changed lines of files, or the lines that would change (<see cref="TaskResult.Diff"/>). Defaults to <see langword="false"/>.
    /// </summary>
    public bool Diff { get; init; }

    /// <summary>
    /// Runs only the tasks that have one of these tags or the tag <c>always</c>, and the tasks whose results they need. <c>all</c>, <c>tagged</c> and
    /// <c>untagged</c> select all tasks, tasks with tags, and tasks without tags. Defaults to none: all tasks run, except those tagged <c>never</c>.
    /// </summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Skips the tasks that have one of these tags, and the tasks that need the result of a skipped task. Defaults to none.</summary>
    public IReadOnlyList<string> SkipTags { get; init; } = [];

    /// <summary>
    /// Starts the run at this task. Earlier tasks run only if this task or a later one needs their results. Give the name of the task as the output shows it,
    /// the member of the task, or the path of the task. Defaults to <see langword="null"/>: the run starts at the first task.
    /// </summary>
    public string? StartAt { get; init; }

    /// <summary>Whether notified handlers also run on a host where a task has failed. Defaults to <see langword="false"/>.</summary>
    public bool ForceHandlers { get; init; }

    /// <summary>Whether the run reports the output of jobs while they run (<see cref="JobPrinted"/>). Defaults to <see langword="false"/>.</summary>
    public bool FollowJobs { get; init; }

    /// <summary>
    /// Whether interrupting the run also cancels its jobs, except jobs with <see cref="AtEnd.Leave"/>. If so, the run ends only when no process of these jobs
    /// is left. Defaults to <see langword="false"/>: jobs run on until they end or reach their limit.
    /// </summary>
    public bool CancelJobsOnInterrupt { get; init; }

    /// <summary>Receives the run's events. Defaults to <see langword="null"/>: the events are not read.</summary>
    public IRunOutput? Output { get; init; }

    /// <summary>The clock. Defaults to the system's clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The options that concern connections to hosts.</summary>
    internal ConnectionOptions Connections => new()
    {
        User = User,
        PrivateKey = PrivateKey,
        KnownHosts = KnownHosts,
        BecomeMethod = BecomeMethod,
        BecomePassword = BecomePassword,
        Silence = Silence,
    };

    /// <summary>Creates the connections. Defaults to <see langword="null"/>: SSH or local connections, as the inventory says.</summary>
    internal IConnector? Connector { get; init; }

    /// <summary>Is told of every effect, and may already know its outcome. By default it knows no outcome and writes nothing.</summary>
    internal IEffectLog Effects { get; init; } = UnwrittenLog.Instance;

    /// <summary>
    /// Creates the agreement between the hosts of a batch, from the playbook and the names of the hosts. By default all hosts are in this process.
    /// </summary>
    internal Func<PlaybookInfo, IReadOnlyList<string>, IAgreement> Agreement { get; init; } = static (playbook, hosts) => new Batch(playbook, hosts);

    /// <summary>Creates the object that starts and checks the jobs of a host. Defaults to the supervisor on the host.</summary>
    internal Func<Host, IHostConnection, RunOptions, IHostJobs> Jobs { get; init; } =
        static (host, connection, options) => new HostJobs(host, connection, options.AsyncDirectory, options.Time);
}
